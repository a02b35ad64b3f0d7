/** The oldest Node that every package of the lock file runs on. */
const OLDEST = [20, 19];

/**
 * @param {string} version as in `process.versions.node`
 * @returns {string | null} one sentence for the user, or null when this Node will do
 */
export function refusal(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return null;
  return `Marionet needs Node ${OLDEST.join(".")} or newer, and this is Node ${version}: install a current version from https://nodejs.org and run the same command again.`;
}

/**
 * A number as data.table's `fwrite` writes it, so that a table can be held against one that R wrote, byte by byte: fifteen significant
 * digits, scientific where that is shorter, nothing for NaN.
 *
 * It multiplies the significand by a rounded power of two in decimal, so the fifteenth digit can be off by one: 292/11 becomes
 * 26.5454545454546. That is reproduced. Source: github Rdatatable/data.table, src/fwrite.c, `writeFloat64`.
 */
export function fwriteNumber(value: number): string {
  if (Number.isNaN(value)) return "";
  if (value === 0 || !Number.isFinite(value)) return value === 0 ? "0" : value > 0 ? "Inf" : "-Inf";
  const sign = value < 0 ? "-" : "";
  const { digits, exponent } = significant(Math.abs(value));
  const point = exponent + 1;
  const decimals = Math.max(0, digits.length - point);
  const width = decimals === 0 ? point : point > 0 ? digits.length + 1 : decimals + 2;
  const room = digits.length + (digits.length > 1 ? 1 : 0) + 2 + (Math.abs(exponent) > 99 ? 3 : 2);
  if (width > room) {
    const tail = digits.length > 1 ? `.${digits.slice(1)}` : "";
    return `${sign}${digits[0]}${tail}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
  }
  if (decimals === 0) return sign + digits.padEnd(point, "0");
  if (point > 0) return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
  return `${sign}0.${"0".repeat(-point)}${digits}`;
}

const DIGITS = 1e15;

/** At most fifteen digits without zeros behind, and the power of ten of the first. */
function significant(value: number): { digits: string; exponent: number } {
  const power = Math.floor(Math.log2(value));
  // log2 may be one off beside a power of two; the significand tells.
  const binary = value / 2 ** power >= 2 ? power + 1 : value / 2 ** power < 1 ? power - 1 : power;
  const { significand, exponent: tens } = powerOfTwo(binary);
  let exponent = tens;
  let scaled = (value / 2 ** binary) * significand;
  if (scaled >= 9.99999999999999) {
    scaled /= 10;
    exponent++;
  }
  const whole = Math.floor(scaled * DIGITS);
  const rounded = Math.floor((whole + (whole % 10 >= 5 ? 10 : 0)) / 10);
  if (rounded >= DIGITS) return { digits: "1", exponent: exponent + 1 };
  return { digits: String(rounded).replace(/0+$/, ""), exponent };
}

const POWERS = new Map<number, { significand: number; exponent: number }>();

/** 2^n as a decimal significand in [1, 10), correctly rounded, and its power of ten. */
function powerOfTwo(n: number): { significand: number; exponent: number } {
  const known = POWERS.get(n);
  if (known !== undefined) return known;
  // 2^-n is 5^n with the point moved n places.
  const digits = String((n >= 0 ? 2n : 5n) ** BigInt(Math.abs(n)));
  const exponent = digits.length - 1 + Math.min(0, n);
  const power = { significand: Number(`${digits[0]}.${digits.slice(1)}`), exponent };
  POWERS.set(n, power);
  return power;
}

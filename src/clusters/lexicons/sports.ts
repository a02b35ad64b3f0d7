import { entriesOf } from "../../text/lexicon.ts";

/** What people say who follow a match. */
export const SPORT_WORDS = entriesOf(`
  goal, goals, goaaal*, match, matchday, kick-off, kick off, kickoff, half-time, half time, halftime, full-time,
  full time, extra time, penalty, penalties, offside, referee, var, red card, yellow card, free kick, keeper,
  goalkeeper, striker, coach, season ticket, away days, line-up, lineup, fc, afc, cf, united, league, cup final,
  final whistle, touchdown, quarterback, inning, home run, playoff*, wicket, innings, over the bar, equaliser,
  equalizer, hat-trick, derby, supporter*, ultras, world cup, nba, nfl, premier league, tooor*, elfmeter, abseits,
  schiri, schiedsrichter, anpfiff, abpfiff, halbzeit, spieltag, bundesliga, gol, golazo, gooool*, partido, penalti,
  árbitro, fuera de juego, liga, jornada, match nul, arbitre, mi-temps, coup franc, partita, rigore, arbitro, calcio,
  golaço, jogo, pênalti, impedimento, torcida, гол, матч*, пенальти, судья, офсайд, хоккей*, футбол*, هدف, مباراة,
  ركلة جزاء, ゴール, 試合, 審判, 进球, 比赛, 裁判, 点球, 골, 경기, 심판, maç, hakem, penaltı, pertandingan, wasit
`);

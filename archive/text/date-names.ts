/**
 * Names of months and weekdays as newspapers print them. One line a month or weekday, the languages side by side,
 * lower case, full names and abbreviations without their full stop. Serbian stands in both scripts and in both
 * pronunciations; Croatian has month names of its own, in the nominative and the genitive.
 */
const months: readonly string[] = [
  // 1
  `january jan januar januara januari јануар јануара јан januari siječanj siječnja siječ sijecanj sijecnja
   janar janarit janvar jänner janvier janv enero gennaio января январь янв јануари`,
  // 2
  `february feb februar februara фебруар фебруара феб veljača veljače velj veljaca veljace shkurt shkurtit
   februar février fevrier févr fevr febrero febbraio февраля февраль фев февр февруари`,
  // 3
  `march mar mart marta март марта мар ožujak ožujka ožu ozujak ozujka mars marsit märz maerz mrz marzo`,
  // 4
  `april apr aprila април априла апр travanj travnja tra prill prillit pri avril avr abril aprile апреля апрель`,
  // 5
  `may maj maja мај маја svibanj svibnja svi majit mai mayo maggio мая май`,
  // 6
  `june jun juna juni јун јуна јуни lipanj lipnja lip qershor qershorit qer juin junio giugno июня июнь июн`,
  // 7
  `july jul jula juli јул јула јули srpanj srpnja srp korrik korrikut kor juillet juil julio luglio июля июль июл`,
  // 8
  `august aug avgust avgusta avg август августа авг kolovoz kolovoza kol gusht gushtit août aout agosto августa`,
  // 9
  `september sep sept septembar septembra септембар септембра сеп септ rujan rujna ruj shtator shtatorit sht
   septembre settembre septiembre сентября сентябрь сен сент септември`,
  // 10
  `october oct oktobar oktobra okt октобар октобра окт listopad listopada lis tetor tetorit tet oktober octobre
   octubre ottobre октября октябрь октомври`,
  // 11
  `november nov novembar novembra новембар новембра нов studeni studenog studenoga studenom stu nëntor nëntorit
   nentor nentorit nën novembre noviembre ноября ноябрь ноя нояб ноември`,
  // 12
  `december dec decembar decembra децембар децембра дец prosinac prosinca pro dhjetor dhjetorit dhj dezember dez
   décembre decembre déc dic diciembre dicembre декабря декабрь дек декември`,
];

/** From Sunday, as `Date.getUTCDay` counts. The n-th word of each line is of one language; see `weekdayIn`. */
const weekdays: readonly string[] = [
  `sunday sun nedelja недеља nedjelja недјеља недела e·diel diel sonntag dimanche воскресенье`,
  `monday mon ponedeljak понедељак ponedjeljak понедјељак понеделник e·hënë hënë montag lundi понедельник`,
  `tuesday tue utorak уторак utorak уторак вторник e·martë martë dienstag mardi вторник`,
  `wednesday wed sreda среда srijeda сриједа среда e·mërkurë mërkurë mittwoch mercredi среда`,
  `thursday thu četvrtak четвртак četvrtak четвртак четврток e·enjte enjte donnerstag jeudi четверг`,
  `friday fri petak петак petak петак петок e·premte premte freitag vendredi пятница`,
  `saturday sat subota субота subota субота сабота e·shtunë shtunë samstag samedi суббота`,
];

/** Further spellings; where the usual name is wanted, the English one is given. */
const weekdaysToo: readonly string[] = [
  ``,
  `e·hene`,
  `tues e·marte`,
  `weds e·merkure`,
  `thur thurs cetvrtak`,
  ``,
  `e·shtune sonnabend`,
];

function words(line: string): string[] {
  return line
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map((word) => word.replaceAll('·', ' '));
}

function index(lines: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const entries = lines.flatMap((names, number) => names.map((name) => [name, number] as const));
  return new Map(entries);
}

const monthIndex = index(months.map(words));
const weekdayNames = weekdays.map(words);
const weekdayIndex = index(weekdayNames.map((names, day) => [...names, ...words(weekdaysToo[day] ?? '')]));

const key = (printed: string): string => printed.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ');

/** 1 to 12 for a month's name or abbreviation in any of the languages, else null. */
export function monthNumber(printed: string): number | null {
  const month = monthIndex.get(key(printed));
  return month === undefined ? null : month + 1;
}

/** 0 (Sunday) to 6 for a weekday's name or abbreviation in any of the languages, else null. */
export function weekdayNumber(printed: string): number | null {
  return weekdayIndex.get(key(printed)) ?? null;
}

/** The name of a weekday in the language and form in which another one was printed, English where it is not known. */
export function weekdayIn(printed: string, day: number): string {
  const given = weekdayNumber(printed) ?? 0;
  const column = Math.max(0, weekdayNames[given]?.indexOf(key(printed)) ?? 0);
  const name = weekdayNames[day]?.[column] ?? '';
  const first = printed.slice(0, 1);
  return first === first.toLowerCase() ? name : name.slice(0, 1).toUpperCase() + name.slice(1);
}

/** Longest first, so that an alternation prefers `november` to `nov`; decomposed accents are matched as well. */
function alternation(names: Iterable<string>): string {
  const forms = [...names].flatMap((name) => [name, name.normalize('NFD')]);
  const longest = [...new Set(forms)].sort((a, b) => b.length - a.length);
  return longest.map((name) => name.replaceAll(' ', '\\s+')).join('|');
}

/** Sources of regular expressions (for the flags `iu`) that match any name of the tables. */
export const monthPattern = alternation(monthIndex.keys());
export const weekdayPattern = alternation(weekdayIndex.keys());

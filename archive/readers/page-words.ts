import { labelPattern } from '../text/date-labels.ts';

/** Builds one expression that matches a whole line, colon or dots at its end allowed. */
/** Tells whether a whole line is one of the patterns. */
export interface LinePattern {
  test(line: string): boolean;
}

/**
 * Patterns are written in lower case and compared with the line in lower case: a regular expression of this size that
 * ignores case itself takes the oldest V8 we run in half a second to compile.
 */
function wholeLine(patterns: readonly string[]): LinePattern {
  const all = patterns.flatMap((pattern) => [...new Set([pattern, pattern.normalize('NFD')])]);
  const whole = new RegExp(`^[\\s>»›←→▶\\[(]*(?:${all.join('|')})[\\s:.…>»›←→\\])]*$`, 'u');
  return { test: (line) => whole.test(line.toLowerCase()) };
}

/** Lines of a page's frame that belong to no article, whole lines. */
export const furnitureLines = wholeLine([
  'watch one-minute world news',
  'one-minute world news',
  'languages?',
  'low graphics(?: version)?(?: ?\\|.*)?',
  'text only(?: version)?',
  'accessibility(?: help| links)?',
  'skip to .*',
  'jump to .*',
  '(?:e-?mail|send|print|share|save|bookmark|recommend)(?: (?:this|the|it|to|a|page|article|story|friend|with|and|by|on|via|facebook|twitter|email))*',
  '(?:e-?mail this|printable version|print(?:er)?[- ]friendly|bookmark with)(?: .*)?',
  '(?:change )?(?:text|font|type) ?size.*',
  '(?:(?:facebook|twitter|digg|del\\.?icio\\.?us|stumbleupon|reddit|whatsapp|linkedin|google\\+?|viber|tweet|like|share|pin it)[ |,\\d]*)+',
  "what(?:'|’| i)?s this\\??",
  'advertisement|advert|sponsored(?: links)?|promotion|ads by google',
  '(?:log|sign) ?in(?: (?:or|to) .{0,25})?|register|subscribe(?: now)?|my account',
  'search(?: (?:the |this )?(?:site|bbc.{0,12}|news|web|archive))?|go|menu|navigation|toggle navigation|close|home(?: ?page)?|front page|news front page',
  'back to top|top(?: of page)?|^top ?\\^\\^?|return to top|previous|next',
  'contact (?:us|the (?:bbc|editors?|newsroom|webmaster).*)|about (?:us|the site)|help|feedback|feeds?|rss(?: feeds?)?|site ?map|mobiles?|podcasts?|newsletters?',
  'privacy(?: (?:policy|and cookies|& cookies))?|terms(?: (?:of use|and conditions|& conditions))?|cookies?(?: policy)?|disclaimer',
  'send us your comments.*|have your say here|click here .*|tell us .*',
  'launch in stand-?alone player|watch live|listen live|play|video|audio|live',
  'you need (?:flash|javascript) .*|javascript (?:is|must be) .*',
  'loading|continue reading(?: the main story)?|end quote|(?:next|previous) (?:article|story)(?: .*)?|advanced options|search tips|corrections|first look|work for us|single page|reprints?',
  '[[(]?[-+–−][\\])]? ?text(?: size)? ?[[(]?[-+–−][\\])]?',
  // A label whose date stands in the next line
  `(?:${labelPattern})`,
  'comments? \\(\\d+\\)|\\d+ comments?|no comments|leave a comment',
  // Serbian, Croatian, Bosnian, Macedonian
  'naslovn[aie](?: strana| stranica)?|početna(?: strana| stranica)?|насловна(?: страна)?|почетна(?: страна| страница)?',
  '(?:(?:štampaj|odštampaj|pošalji|prijatelju|mejlom|podeli|podijeli|štampa|verzija za štampu|veličina teksta) ?)+',
  '(?:(?:штампај|одштампај|пошаљи|пријатељу|подели|верзија за штампу|сподели|испечати) ?)+',
  'komentari(?: \\(\\d+\\))?|коментари(?: \\(\\d+\\))?|ostavite komentar|pošalji komentar|pretraga|претрага|prijava|marketing|kontakt|контакт|impres(?:s)?um|импресум|arhiva|архива',
  // Albanian
  'printo|shtyp|dërgo(?: me email| mikut)?|shpërndaje?|ndaje?|komente?t?(?: \\(\\d+\\))?|kërko|ballina|kreu|kontakti|rreth nesh|reklam[aë]|marketingu|versioni për shtyp',
  // German, French
  'drucken|versenden|teilen|startseite|suche|kommentare(?: \\(\\d+\\))?|anzeige|imprimer|partager|envoyer|accueil|recherche',
]);

/** Words by which a line anywhere says that it speaks for the site and not for the article. */
export const siteSpeaking = new RegExp(
  [
    'not responsible for (?:the )?(?:content|external)',
    'responsible for the content of external',
    'all rights reserved',
    'may not be (?:published|reproduced|redistributed)',
    'terms (?:of use|and conditions)',
    'sva prava (?:zadržana|pridržana)',
    'сва права задржана',
    'сите права (?:се )?задржани',
    'ne (?:odgovara|snosi odgovornost) za sadržaj',
    'не (?:одговара|сноси одговорност) за садржај',
    'të gjitha të drejtat',
    'nuk (?:mban|është) përgjegjë',
    'alle rechte vorbehalten',
    'tous droits réservés',
    'zabranjeno (?:je )?(?:svako )?(?:kopiranje|preuzimanje|preno)',
    '^(?:\\(c\\)|copyright\\b)|©',
    '^this (?:page|site|website) (?:is|uses|was) (?:best |cookies)',
    'we use cookies|uses cookies|accept (?:all )?cookies',
    '^e-?mail this to a friend',
    '^you are (?:in|here):',
    '^graphics version|low graphics',
  ].join('|'),
  'iu',
);

/** Headings under which a page lists other articles, in lower or upper case. */
export const listHeadings = wholeLine([
  '(?:see|read|watch|hear|listen)(?: and listen)? (?:also|more|on)|also see|see also(?: on .*)?',
  'read more(?: on .*| about .*| from .*)?|more on .*|more from .*|more stories|more news|more about .*|further reading',
  '(?:related|relevant|similar|linked|recommended|connected) .{3,30}|related',
  "(?:top|latest|other|most|today(?:’|')s|main|recent|breaking|popular|editor(?:’|')?s(?:’|')?) (?!of\\b)(?:.{0,25} )?(?:stories|news|headlines|articles|picks|read|popular|e-?mailed|shared|viewed|commented|posts)(?: now)?",
  'links? to more .*|elsewhere on .*|also in (?:the )?.{3,30}|in this section|(?:key|background) (?:stories|articles|links|reading)|features?|in pictures|in depth|internet links|external links|links',
  "don(?:’|')t miss|you (?:may|might) also like|from the archive|must see|features(?: and|,|&| &).*",
  // Serbian, Croatian, Bosnian, Macedonian
  'povezan[aeio] .{3,20}|pročitajte (?:još|i)|pročitaj (?:još|i|više)|vezane (?:vesti|vijesti)|više o .*|najčitanije(?: .*)?|najnovije(?: .*)?|ostale (?:vesti|vijesti)|još (?:vesti|vijesti|iz rubrike.*)|slične (?:vesti|vijesti)|opširnije',
  'повезан[аеио] .{3,20}|прочитајте (?:још|и)|прочитај (?:још|и|више)|везане вести|више о .*|најчитаније(?: .*)?|најновије(?: .*)?|остале вести|још (?:вести|из рубрике.*)|сличне вести|поврзани .*|прочитајте повеќе|најчитани',
  // Albanian
  '(?:lexo|shiko) (?:edhe|më shumë|gjithashtu)|(?:lajme|artikuj|tema) të (?:ngjashme|lidhura|tjera|ngjashëm|lidhur)|të ngjashme|të lidhura|më (?:të lexuarat|shumë (?:lajme|nga.*))|lajmet e fundit|të fundit|shih edhe',
  // German, French
  'mehr zum thema|lesen sie auch|siehe auch|weitere artikel|zum thema|lire aussi|voir aussi|à lire aussi|sur le même sujet|les plus lus',
]);

/** Headings of services, regions and legal words: whatever stands under them is furniture. */
export const serviceHeadings = wholeLine([
  '(?:products?|services?)(?: (?:&|and|&amp;) (?:products?|services?))?|our services',
  '(?:bbc )?(?:regions?|languages?|world service|sites?|network|homepages?)|explore the bbc|.{0,20}news services|news sources',
  'about (?:the )?.{2,25}|contact .{0,20}|help.{0,20}|terms.*|privacy.*|legal.*|disclaimer|copyright|site ?map|footer|navigation|sections?|categories|tags?|archive|weather|newsletter.*|follow us.*|share.{0,30}|comments?(?: .*)?|(?:rss|mobile|podcasts?|alerts?|advertis(?:e|ing)|subscri\\S+|jobs|careers).*',
  '(?:usluge|servisi|rubrike|o nama|kontakt|impres(?:s)?um|uslovi .*|marketing|komentari.*|arhiva|tagovi|ključne reči)',
  '(?:услуге|сервиси|рубрике|о нама|контакт|импресум|услови .*|маркетинг|коментари.*|архива|тагови|кључне речи)',
  '(?:shërbime|shërbimet|rreth nesh|kontakt[i]?|kategori|kategoritë|komente.*|reklama)',
  '(?:service|impressum|kontakt|kommentare|datenschutz|contactez-nous|mentions légales|commentaires)',
]);

/** Headings of a reader's or a speaker's words set apart: a quotation and who said it. */
export const voiceHeadings = wholeLine([
  'start quote',
  'have your say',
  'quote(?: of the day)?',
  'in quotes',
  'your comments?',
  'rekli su',
  'рекли су',
]);

/** Words that name a part of a newspaper; lines made of nothing else are navigation or a section's label. */
export const sectionWords = new Set(
  (
    'home news world europe africa americas america asia pacific asia-pacific middle east south north latin central western eastern ' +
    'uk us england scotland wales northern ireland business politics health education science nature environment technology ' +
    'entertainment arts culture magazine sport sports football video audio programmes weather travel opinion comment editorial ' +
    'analysis features blogs live international national local economy society balkans kosovo serbia region markets money life style & and ' +
    'vesti vijesti politika svet svijet srbija region beograd društvo ekonomija hronika kultura sport balkan dnevnik naslovna strana najnovije ' +
    'вести политика свет србија регион београд друштво економија хроника култура спорт балкан дневник македонија косово ' +
    'lajme lajmet politikë politika botë bota kosovë kosova shqipëri rajoni rajon ekonomi kulturë sport ballina ' +
    'politik ausland inland wirtschaft kultur panorama monde politique économie société'
  ).split(' '),
);

const sourceNames = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[
    'bbc|cnn|itn|npr|pbs|abc|cbs|nbc|reuters|afp|upi|tass|itar-tass|dpa|ansa|hina|fena|srna|tanjug|beta|mina|makfax|onasa',
    'associated press|agence france-presse|radio (?:free europe|slobodna evropa|evropa e lirë)|deutsche welle|voice of america|glas amerike|al jazeera|euronews|sky',
    'news|times|post|guardian|telegraph|independent|herald|tribune|journal|gazette|observer|chronicle|press|agency|daily|weekly|mail|mirror|star|courier|examiner|globe|standard|register|sun|economist|insight|monitor|dispatch|bulletin|digest|online',
    'politika|danas|blic|b92|rts|rtk|vreme|nin|novosti|večernje|glas|kurir|pravda|dnevnik|jutarnji|vjesnik|slobodna dalmacija|oslobođenje|avaz|nezavisne|vijesti|pobjeda|monitor|radio|televizija|novine|list|vesti',
    'политика|данас|блиц|новости|вечерње|танјуг|бета|курир|правда|дневник|време|радио|телевизија|новине|вечер|утрински|нова македонија',
    'koha|ditore|zëri|bota|sot|express|lajm|kosovapress|telegrafi|shqip|shekulli|panorama|gazeta|rilindja|tema|top channel',
    'zeitung|spiegel|welt|standard|presse|kurier|monde|figaro|libération|echo|soir|pravda|izvestia|kommersant',
  ].join('|')})(?![\\p{L}\\p{N}])|\\.(?:com|net|org|info|rs|yu|al|hr|ba|mk|de|co\\.uk)$`,
  'iu',
);

/** Whether a text holds a word that names of newspapers, agencies and stations are made of. */
export function namesSource(text: string): boolean {
  return sourceNames.test(text);
}

/**
 * The commonest words of each language that tell it from its neighbours; lower case, without what two of the
 * listed languages of one script share more than they differ.
 */
export const stopWords: Readonly<Record<string, string>> = {
  en: 'the of and to in that is was for it with as on be at by this had not are but from or have an they which one were all there been has their said who will would its his he',
  de: 'der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde',
  fr: 'le la les de des du et en un une que qui est dans pour par sur pas au aux ne se ce il elle avec plus son sa ses ont été sont cette mais comme nous leur ou être fait avait était',
  sq: 'të e në i dhe për me një që nga se është më ka u së janë si ai do nuk kanë kjo ky por edhe ishte nje per qe eshte me te ne tyre pas mund mbi tij duke deri kosovës shqip gjatë ose prej kur',
  'sr-Latn':
    'je i u na da se za su od sa a iz koji koje koja kao nije što ne ili to biće bi po o će ali kako do samo bio bila bilo sve nakon već tako još jer ovo ako kad kada',
  'sr-Cyrl':
    'је и у на да се за су од са а из који које која као није што не или то биће би по о ће али како до само био била било све након већ тако још јер ово ако кад када након пре',
  mk: 'на и во да се од за со не е што ќе ги го кој кои како по но беше има оваа овој тоа дека или кога но сите бил била биле ја ни му со само уште според бидејќи меѓу',
  ru: 'и в не на что с по это как из у к за от но его то все она так же он мы был было была для а о бы до если или уже при только еще они также когда может года после были который',
};

/**
 * Beginnings of words in the two pronunciations of the old vowel yat, pair by pair. Serbian of Serbia writes the
 * first; Croatian, Bosnian and the Serbian of Bosnia and Montenegro the second. `$` ends a word.
 */
export const yatBeginnings: Readonly<Record<'ekavian' | 'ijekavian', string>> = {
  ekavian:
    'vreme$ predsed svets svetu sveta mest čovek dece$ decu$ gde pre$ posle$ uspe reš reč reke dve posled sledeć nedelj cena cene belo bele lepo lepa dela delo delu ovde hteo htela izvešt primer zahtev pobed mere mera promen zamen smer telo tela leč cele celo vest savet obavešt oseć sever veru vera mlek retk nemač uvek videl videt sede',
  ijekavian:
    'vrijem predsje svjets svijetu svijeta mjest čovjek djece djeca djeci gdje prije poslije uspje rješ riječ rijek dvije poslje sljede nedjelj cijena cijene bijel lijepo lijepa djela djelo dijelu ovdje htio htjela živje izvješ primjer zahtje zahtij pobje mjere mjera promje promijen zamje zamijen smjer smijer tijelo tijela liječ cijel vijest savjet obavije osjeć sjever vjeru vjera mlijek rijetk njemač uvijek vidio vidje sjede vijeć',
};

/** Words that Croatian or Bosnian has and the other lacks or hardly uses. */
export const southSlavicMarks: Readonly<Record<'hr' | 'bs', string>> = {
  hr: 'tko netko nitko tjedan tjedna tjedana tisuća tisuće glede uvjet uvjeti uvjeta europa europe europu europska europske europski sustav sustava tijekom siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga studenog prosinca točno točka izvješće nogomet vlak kazalište zrakoplov uporaba gospodarstvo gospodarstva primjerice umirovljenik sveučilište poduzeće ministrica dvojba priopćio',
  bs: 'hiljada hiljade historija historije historijski sedmica sedmice sedmicu evropa evrope evropu evropska evropske evropski ko neko niko lahko mehko kahva januara februara juna jula augusta septembra oktobra novembra decembra uslov uslovi uslova tačno tačka sistem sistema šta saopćio',
};

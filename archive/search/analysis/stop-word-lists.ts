/**
 * Words too common to tell articles apart, in plain spelling, by language. What a word means in one of our languages
 * counts against it in all, since a query does not say its language: `die`, `me`, `los`, `un`, `ai` are on no list.
 * docs/analysis.md has the whole reckoning.
 */
export const stopWordLists: Readonly<Record<string, string>> = {
  // lunr's, less what means something in news (`may`, `own`, `like`, `dear`, `wants`, `least`, `able`), and less
  // `most` (a bridge, and a town, in Serbo-Croatian) and `let` (a flight).
  en: `a about across after all almost also am among an and any are as at be because been but by can cannot
could did do does either else ever every for from get got had has have he her hers him his how however i if in
into is it its just might must my neither no nor not of off often on only or other our rather said say says she
should since so some than that the their them then there these they this tis to too twas us was we were what
when where which while who whom why will with would yet you your`,
  sh: `bice bilo biti cemo ce cija cije ciji da gde gdje iako ih ili im iz izmedu izmedju jer jesu jos kada
kako kao koga koja koje koji kojeg kojem kojih kojim kojima koju kome nakon ne nece nego neki neke ni nije
nisu njega njegov njegova njen njih njihov njihova o prema prije posle poslije s samo se sebe smo sve svi
svoj svoje svoju takode takodje takoder toga u uz vec za zbog`,
  sq: `dhe e edhe eshte ishin ishte kesaj kete ketij kishte kjo mbi ne nese nga nje nuk ose per por prej qe
qene saj se sepse si tij u`,
  de: `aber auch auf aus bei das dass dem des diese diesem diesen dieser dieses durch ein eine einem einen
einer eines es haben ich ihr ihre ihren ihrer im ist nach nicht noch oder seine seinen seiner sich sie sind
sowie uber um und vom von vor weil wenn werden wie wir wird wurde wurden zu zum zur zwischen`,
  fr: `ainsi apres aussi aux avait avec ce ces cet cette celui ceux chez comme dans de depuis des donc dont
du elle elles en est et etaient etait etre fait il ils je le les leur leurs lui ne ni notre nous on ont ou
pas puis quand que quelle qui quoi sans se ses si sont une vous y`,
  it: `agli alla alle anche cui da dagli dal dalla dalle degli dei del della delle dello di dopo e essere fra
gli ha hanno il le lo nei nel nell nella nelle o perche piu quella quello questa queste questi questo se si
sono stata sua suo suoi tra una`,
  ru: `a byl byla byli bylo cem cto dlja ee esce escjo esli eto etogo i ih ili iz jego k kak kogda kotoraja
kotorogo kotoroe kotoroj kotorye kotoryh kotoryj na ne no o oni ona ot posle s sebja takze tak tolko u uze
v vo vse za ze`,
  tr: `bir bu bunun cok da daha de diye gibi icin ile kadar ki ne o olan olarak oldugu oldugunu onun ve veya`,
  hu: `a aki akik amely amelyek ami az azt de egy el es ez ezt ha hogy illetve is ki mert nem pedig szerint
vagy`,
  ro: `a acest aceasta acestei acestui acestor catre ce cea cei cel cu daca de dupa fiind fost iar in intre
lui nu o pe pentru prin se si sunt unei unui`,
  es: `algunos antes cuando de del desde donde el ellos en entre es esa ese eso esta fue fueron ha le lo ni
nos o porque que quien se tambien todos una unas unos y ya`,
};

/**
 * The commonest words of the languages, in plain spelling, English first and by how often they are met in 98,643
 * English news articles. Two of them side by side have postings of their own, because a phrase of such words would
 * otherwise be looked for in half of all articles.
 */
export const pairWordList = `the and to of in a for that is on with this by as will our are s it we be at i from has have
their an more or not said its they was these would can all which about who also one but been than his over he through
you other into were up when do so only those what now many no us them if there my may most should while such must out
any under how your two both after could some between first new had before being because made
je u na da se su od za o ne koji koja sto ce bi kao
te e nje dhe per qe nga eshte
der die und den von zu das des ist
de la le les et en un que est pour
di che il del
y el los por
v cto
ve bir
az hogy
si`;

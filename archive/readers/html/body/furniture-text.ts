/*
 * Lines that stand among the paragraphs of an article and are not of it: pointers to other articles, asks to share and
 * subscribe, labels. Known by their first words, in the languages of the archives this is made for and their neighbours.
 */

const pointers =
  /^[^\p{L}\p{N}]*(?:read (?:more|also|next|this|the full)|also read|related(?: (?:stor(?:y|ies)|articles?|links?|news|content|topics?|video|coverage))?\s*(?::|$)|see (?:also|more)\b|more\s*:|more (?:from|news|stories|on this)|don['’]?t miss|must read|also on\b|on \S+\.com\s*:|watch\s*:|watch (?:now|live|more)|listen\s*:|video\s*:|photos?\s*:|gallery\s*:|recommended|you (?:may|might) (?:also )?like|what to read next|up next|lire aussi|à lire aussi|a lire aussi|lesen sie|lies auch|mehr zum thema|lea también|lee también|te puede interesar|leggi anche|leia (?:também|mais)|veja também|saiba mais|lees ook|läs (?:också|mer|även)|les også|czytaj (?:też|także|również)|zobacz (?:też|także)|pročitajte|pročitaj|procitajte|povezan[ei] (?:vesti|vijesti|članci)|vezane vesti|lexo (?:edhe|më shumë|gjithashtu)|lexoni (?:edhe|më shumë)|прочитај|повезан[еи] вести|читајте|читайте (?:также|ещё|еще)|прочетете|още по темата|διαβάστε|olvassa|mai mult|citeşte|citește)/iu;

const asks =
  /^[^\p{L}\p{N}]*(?:click (?:here|to)|get (?:the latest|our|your|breaking|fox|more|access)|sign up|subscribe\b|follow (?:us|me|him|her|them|@|\S+ (?:on|at)\b|\S+ \S+ (?:on|at)\b)|like (?:us|this (?:story|article|post))|share (?:this|on|via|it)\b|join (?:us|our|the)\b.*(?:newsletter|whatsapp|telegram|facebook|group|forum|channel)|download (?:our|the) .*app|have (?:a|you got a) (?:tip|story|comment)|got a (?:tip|story)|tell us what|let us know|leave a (?:comment|reply)|comments?(?: \(\d+\)| are closed)?\.?$|report (?:a typo|an error)|print (?:this|article)|email (?:this|article)|e-?mail us|contact us|write to|donate|support our|sign in|log in|ad free|reach (?:the|him|her|our)\b|continue reading|story continues|article continues|keep reading|skip to|scroll (?:down|to)|load more|show more|advertisements?\b|advertising|advert$|sponsored|promoted|this (?:site|website) uses cookies|we use cookies|have a news tip|stay (?:up to date|informed|tuned)|suscr[ií]bete|síguenos|siga-nos|compartilh|seguici|iscriviti|abonnez|suivez|partager|teilen|folgen sie|abonnieren|podeli|podijeli|pratite nas|zapratite|preuzmite|na ndiqni|shpërnda|подели|пратите нас)/iu;

const labels =
  /^(?:tags?|filed under|posted (?:in|on|by)|categor(?:y|ies)|topics?|keywords?|labels|source|sources|copyright|©|\(c\)|all rights reserved|last (?:updated|modified)|first published|published|updated|image (?:copyright|source|caption|credit)|media caption|photo(?:graph)? (?:by|credit|courtesy)|getty images|reuters|permalink|views?|share|tweet|email|print|print page|pin|whatsapp|facebook|twitter|linkedin|pinterest|reddit|comments?|reply|fotografija|foto|izvor|burimi|tagovi|etiketat|теги|quelle|fuente|fonte)\b\s*(?::|$|[\d©])/iu;

/** Whether a line points to another article. */
export function isPointer(text: string): boolean {
  return text.length < 400 && pointers.test(text);
}

/** Whether a line asks for something: to share, subscribe, comment; or is a label of the page. */
export function isAsk(text: string): boolean {
  return text.length < 400 && (asks.test(text) || (text.length < 160 && labels.test(text)));
}

const prose = /[.!?…。！？।](?:["'”’»)\]]|\s)*$/u;

/** Whether a line reads like a paragraph: some words that end with the sign that ends a sentence. */
export function isProse(text: string): boolean {
  return text.length >= 40 && (prose.test(text) || text.length >= 200);
}

const pictureLine =
  /^(?:image|photo|picture|foto|bild|imagen|fotografija|фото|фотографија)\s*\d*\s*(?:of \d+|[:©])|^image \d+ of \d+$|\((?:image|photo|picture|pic|credit|foto|fotografija|source|bild)\s*(?:credit)?\s*:[^()]{2,80}\)$|^(?:photo|image) by\b/iu;

/** Whether a line is printed under a picture and says so. */
export function isPictureLine(text: string): boolean {
  return text.length < 300 && pictureLine.test(text);
}

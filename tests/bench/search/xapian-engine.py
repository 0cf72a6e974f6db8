"""Xapian as the process of one engine of the benchmark: does what it is told, see protocol.ts.

The argument is `xapian` (totals are Xapian's estimates) or `xapian-exact` (every match is looked at).
"""

import gc
import json
import resource
import sys
import time

import xapian

EXACT = sys.argv[1] == "xapian-exact"
DATE, SOURCE, YEAR = 0, 1, 2


def lines(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def read_all(path):
    begun = time.perf_counter()
    length = 0
    for document in lines(path):
        length += len(document["body"])
    assert length > 0
    return (time.perf_counter() - begun) * 1000


def build(order):
    read = read_all(order["documents"])
    begun = time.perf_counter()
    database = xapian.WritableDatabase(order["folder"], xapian.DB_CREATE_OR_OPEN)
    generator = xapian.TermGenerator()
    generator.set_stemmer(xapian.Stem("en"))
    for article in lines(order["documents"]):
        document = xapian.Document()
        generator.set_document(document)
        generator.index_text(article["title"])
        generator.increase_termpos()
        generator.index_text(article["body"])
        date = article["date"] or ""
        document.add_value(DATE, date)
        document.add_value(SOURCE, article["source"])
        document.add_value(YEAR, date[:4])
        # Xapian counts from 1.
        database.replace_document(article["id"] + 1, document)
    database.commit()
    database.close()
    took = (time.perf_counter() - begun) * 1000
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return {"read": read, "build": took, "save": 0, "peak": peak}


class Asker:
    def __init__(self, folder):
        self.database = xapian.Database(folder)
        self.stemmer = xapian.Stem("en")
        self.count = self.database.get_doccount()

    def stemmed(self, word):
        return xapian.Query(b"Z" + self.stemmer(word))

    def query(self, asked):
        kind = asked["kind"]
        if kind == "words":
            operator = xapian.Query.OP_AND if asked["match"] == "all" else xapian.Query.OP_OR
            return xapian.Query(operator, [self.stemmed(word) for word in asked["words"]])
        if kind == "phrase":
            words = asked["words"]
            return xapian.Query(xapian.Query.OP_PHRASE, words, len(words))
        if kind == "prefix":
            # No limit to the words it stands for; ranked as the query parser does it.
            limits = (0, xapian.Query.WILDCARD_LIMIT_ERROR, xapian.Query.OP_SYNONYM)
            return xapian.Query(xapian.Query.OP_WILDCARD, asked["beginning"], *limits)
        if kind == "dates":
            dates = xapian.Query(xapian.Query.OP_VALUE_RANGE, DATE, asked["from"], asked["to"])
            return xapian.Query(xapian.Query.OP_FILTER, self.stemmed(asked["word"]), dates)
        if kind == "facets":
            return self.stemmed(asked["word"])
        return None

    def answer(self, asked):
        query = self.query(asked)
        if query is None:
            return None
        enquire = xapian.Enquire(self.database)
        enquire.set_query(query)
        facets = asked["kind"] == "facets"
        if facets:
            spies = [xapian.ValueCountMatchSpy(slot) for slot in (YEAR, SOURCE)]
            for spy in spies:
                enquire.add_matchspy(spy)
        everything = self.count if EXACT or facets else 0
        found = enquire.get_mset(asked["offset"], asked["limit"], everything)
        if facets:
            for spy in spies:
                dict((value.term, value.termfreq) for value in spy.values())
        ids = [match.docid - 1 for match in found]
        return {"total": found.get_matches_estimated(), "ids": ids}

    def ask(self, asked):
        begun = time.perf_counter()
        answer = self.answer(asked)
        took = (time.perf_counter() - begun) * 1000
        return None if answer is None else {"milliseconds": took, **answer}


def memory():
    gc.collect()
    with open("/proc/self/status", encoding="ascii") as status:
        kilobytes = next(line.split()[1] for line in status if line.startswith("VmRSS"))
    return {"bytes": int(kilobytes) * 1024}


def main():
    asker = None
    for line in sys.stdin:
        order = json.loads(line)
        what = order["do"]
        answer = None
        if what == "build":
            answer = build(order)
        elif what == "open":
            begun = time.perf_counter()
            asker = Asker(order["folder"])
            answer = {"milliseconds": (time.perf_counter() - begun) * 1000}
        elif what == "ask":
            answer = [asker.ask(asked) for asked in order["queries"]]
        elif what == "memory":
            answer = memory()
        print(json.dumps(answer), flush=True)


main()

#!/usr/bin/env python3
"""Holds access copies against what they promise.

check_access_copies.py FOLDER
    FOLDER holds NAME.pdf and, beside it, NAME.alto.xml.

1. Every PDF passes Apache PDFBox Preflight's PDF/A-1b validator (one JVM for all of them).
2. `pdftotext -bbox` finds each word of the ALTO within 3 px (of the page's own pixels) of its box.

Prints what failed, then one line of figures. Exit code 0 when all is well, 1 otherwise.
"""
import pathlib
import re
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ElementTree

sys.dont_write_bytecode = True  # beside the sources
from check_pdf_a import preflight, tell

ALTO = "{http://www.loc.gov/standards/alto/ns-v4#}"
TOLERANCE = 3.0


def attributes(element, names):
    return [float(element.get(name)) for name in names]


def upright(box, turn, width, height):
    """A box (left, top, right, bottom) on a page turned clockwise, and the page's new size."""
    left, top, right, bottom = box
    if turn == 90:
        return height - bottom, left, height - top, right
    if turn == 180:
        return width - right, height - bottom, width - left, height - top
    if turn == 270:
        return top, width - right, bottom, width - left
    return box


def alto_pages(path):
    """(width, height, [(text, box)]) of each page, as it is when upright."""
    for page in ElementTree.parse(path).getroot().iter(ALTO + "Page"):
        width, height = attributes(page, ["WIDTH", "HEIGHT"])
        block = page.find(f"{ALTO}PrintSpace/{ALTO}TextBlock")
        turn = float(block.get("ROTATION", 0)) if block is not None else 0
        turn = round(turn / 90) * 90 % 360
        words = []
        for word in page.iter(ALTO + "String"):
            left, top, wide, high = attributes(word, ["HPOS", "VPOS", "WIDTH", "HEIGHT"])
            box = upright((left, top, left + wide, top + high), turn, width, height)
            words.append((plain(word.get("CONTENT")), box))
        yield (height, width, words) if turn % 180 else (width, height, words)


def pdf_pages(path):
    """(width, height, [(text, box)]) of each page in points."""
    html = subprocess.run(["pdftotext", "-bbox", str(path), "-"], stdout=subprocess.PIPE,
                          check=True).stdout
    # pdftotext writes words as they are: characters no XML may hold must go before parsing.
    text = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", html.decode("utf-8", "replace"))
    xhtml = "{http://www.w3.org/1999/xhtml}"
    for page in ElementTree.fromstring(text.encode()).iter(xhtml + "page"):
        words = [(plain(word.text or ""), tuple(attributes(word, ["xMin", "yMin", "xMax", "yMax"])))
                 for word in page.iter(xhtml + "word")]
        yield (*attributes(page, ["width", "height"]), words)


def plain(text):
    """Text as far as a PDF/A can tell it: no spaces, and no U+FEFF, which it forbids."""
    text = text.replace("\ufeff", "")
    return "".join(c for c in unicodedata.normalize("NFKC", text) if not c.isspace())


def deviation(a, b):
    return max(abs(x - y) for x, y in zip(a, b))


def hull(boxes):
    lefts, tops, rights, bottoms = zip(*boxes)
    return min(lefts), min(tops), max(rights), max(bottoms)


def inside(outer, inner):
    across = (inner[0] + inner[2]) / 2
    down = (inner[1] + inner[3]) / 2
    return outer[0] - 3 <= across <= outer[2] + 3 and outer[1] - 3 <= down <= outer[3] + 3


def find(word, box, seen):
    """How far the word is from its box in `seen`; None when it is not there."""
    same = [deviation(box, place) for text, place in seen if text == word]
    if same and min(same) <= TOLERANCE:
        return min(same)
    # Parted by the reader of the PDF: its pieces must make the word.
    pieces = [piece for piece in seen if inside(box, piece[1]) and piece[0] in word]
    for order in (lambda piece: piece[1][0], lambda piece: -piece[1][3]):
        pieces.sort(key=order)
        if pieces and "".join(piece[0] for piece in pieces) == word:
            return deviation(box, hull([piece[1] for piece in pieces]))
    return min(same) if same else None


def compare(pdf, alto):
    """(words, largest deviation in px, complaints)."""
    count, worst, complaints = 0, 0.0, []
    expected, found = list(alto_pages(alto)), list(pdf_pages(pdf))
    if len(expected) != len(found):
        return 0, 0.0, [f"{len(found)} pages, {len(expected)} expected"]
    for number, (page, shown) in enumerate(zip(expected, found), 1):
        across, down = page[0] / shown[0], page[1] / shown[1]
        seen = [(text, (b[0] * across, b[1] * down, b[2] * across, b[3] * down))
                for text, b in shown[2]]
        for word, box in page[2]:
            count += 1
            off = find(word, box, seen)
            if off is None:
                near = [text for text, place in seen if inside(box, place)]
                complaints.append(f"page {number}: a word is missing ({word!r}; there: {near})")
            else:
                worst = max(worst, off)
                if off > TOLERANCE:
                    complaints.append(f"page {number}: {word!r} is {off:.1f} px off")
    return count, worst, complaints


def main():
    folder = pathlib.Path(sys.argv[1])
    pdfs = sorted(folder.glob("*.pdf"))
    if not pdfs:
        sys.exit(f"{folder}: no PDF")
    complaints = preflight(pdfs)
    figures = tell(pdfs, complaints)
    words, worst, wrong = 0, 0.0, 0
    for pdf in pdfs:
        count, off, found = compare(pdf, pdf.with_suffix(".alto.xml"))
        words, worst, wrong = words + count, max(worst, off), wrong + len(found)
        for complaint in found[:10]:
            print(f"{pdf.name}: {complaint}")
    print(f"{figures}, {words} words compared, {wrong} wrong, "
          f"largest deviation {worst:.2f} px")
    sys.exit(1 if complaints or wrong else 0)


if __name__ == "__main__":
    main()

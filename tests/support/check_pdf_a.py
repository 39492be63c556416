#!/usr/bin/env python3
"""Holds PDFs against PDF/A-1b.

check_pdf_a.py FOLDER
    Every PDF of FOLDER passes Apache PDFBox Preflight's validator (one JVM for all of them).

Prints what failed, then one line of figures. Exit code 0 when all is well, 1 otherwise.
"""
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

JARS = ["preflight", "pdfbox2", "xmpbox", "fontbox2", "commons-logging", "jaxb-api",
        "javax.activation"]


def preflight(pdfs):
    """Complaints by file name; empty when all are valid PDF/A-1b."""
    class_path = ":".join(f"/usr/share/java/{jar}.jar" for jar in JARS)
    with tempfile.TemporaryDirectory() as folder:
        # The validator's report escapes no names, and tells only their last part.
        listed = pathlib.Path(folder, "list.txt")
        links = {}
        for number, pdf in enumerate(pdfs):
            link = pathlib.Path(folder, f"{number}.pdf")
            link.symlink_to(pdf.resolve())
            links[link.name] = pdf.name
        listed.write_text("".join(f"{folder}/{name}\n" for name in links))
        ran = subprocess.run(
            ["java", "-Xshare:auto", "-Xmx512m", "-XX:TieredStopAtLevel=1", "-cp", class_path,
             "org.apache.pdfbox.preflight.Validator_A1b", "xml", "group", str(listed)],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        report = pathlib.Path(folder, "list.txt.preflight.xml")
        if not report.exists():
            return {"preflight": "the validator did not run: " + ran.stdout[-2000:]}
        complaints = dict.fromkeys(links.values(), "not in the validator's report")
        for entry in ElementTree.parse(report).getroot():
            name = links[entry.get("name")]
            valid = entry.findtext("isValid")
            if valid == "true":
                complaints.pop(name)
            else:
                details = [" ".join(t.strip() for t in error.itertext() if t.strip())
                           for error in entry.iter("error")]
                complaints[name] = "; ".join(details) or ElementTree.tostring(entry, "unicode")
        return complaints


def tell(pdfs, complaints):
    """One line a complaint; the figures without the end of the line."""
    for name, complaint in complaints.items():
        print(f"{name}: no PDF/A-1b: {complaint}")
    return f"PDF/A-1b {len(pdfs) - len(complaints)}/{len(pdfs)}"


def main():
    folder = pathlib.Path(sys.argv[1])
    pdfs = sorted(folder.glob("*.pdf"))
    if not pdfs:
        sys.exit(f"{folder}: no PDF")
    complaints = preflight(pdfs)
    print(tell(pdfs, complaints))
    sys.exit(1 if complaints else 0)


if __name__ == "__main__":
    main()

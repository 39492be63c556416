"""Prints an XML file as another reader finds it: a line for each element with its path, attributes
and text. Ends with 1 when it is not well-formed."""
import sys
import xml.etree.ElementTree


def walk(element, path):
    path += "/" + element.tag
    attributes = "".join(f" {name}={value}" for name, value in sorted(element.attrib.items()))
    print(f"{path}{attributes}: {(element.text or '').strip()}")
    for child in element:
        walk(child, path)


walk(xml.etree.ElementTree.parse(sys.argv[1]).getroot(), "")

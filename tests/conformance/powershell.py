"""Whether a script of PowerShell can be read: its grammar for tree-sitter finds no error. Usage: powershell.py FILE"""

import sys

import tree_sitter
import tree_sitter_powershell

parser = tree_sitter.Parser(tree_sitter.Language(tree_sitter_powershell.language()))
with open(sys.argv[1], "rb") as file:
    text = file.read()
if parser.parse(text).root_node.has_error:
    sys.exit(f"{sys.argv[1]} is no PowerShell")
# A judge that accepts everything proves nothing.
if not parser.parse(text.replace(b"finally {", b"finally", 1)).root_node.has_error:
    sys.exit("a script without a brace was accepted")

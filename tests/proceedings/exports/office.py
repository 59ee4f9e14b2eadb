"""Real LibreOffice for tests: it saves a file again, edits it, and accepts or rejects all tracked changes."""

import shutil
import subprocess
from xml.sax.saxutils import escape

import docx
import pytest

from proceedings.exports.docx_styles import W

needs_soffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<!DOCTYPE {0} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "x.dtd">\n'
)
_LIBRARY = _HEAD.format("library:library") + (
    '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"'
    ' library:readonly="false" library:passwordprotected="false">'
    '<library:element library:name="Changes"/></library:library>'
)
_MODULE = _HEAD.format("script:module") + (
    '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Changes"'
    ' script:language="StarBasic">{}</script:module>'
)
_SETTING_OUT = """
Function Named(name As String, value)
  Dim properties(0) As New com.sun.star.beans.PropertyValue
  properties(0).Name = name
  properties(0).Value = value
  Named = properties()
End Function
Function Opened(address As String)
  Opened = StarDesktop.loadComponentFromURL(address, "_blank", 0, Named("Hidden", True))
End Function
Sub Dispatch(document, command As String, properties)
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" & command, "", 0, properties)
End Sub
Sub Find(document, words As String)
  search = document.createSearchDescriptor()
  search.SearchString = words
  document.CurrentController.select(document.findFirst(search))
End Sub
Sub Save(document, address As String)
  document.storeToURL(address, Named("FilterName", "MS Word 2007 XML"))
End Sub
"""
_DECIDING = """
Sub Main(folder As String)
  For Each decision In Array("Accept", "Reject")
    document = Opened(folder & "source.docx")
    Dispatch(document, decision & "AllTrackedChanges", Array())
    Save(document, folder & decision & ".docx")
    document.close(True)
  Next
  StarDesktop.terminate()
End Sub
"""


class Office:
    """One LibreOffice profile in a folder of its own."""

    def __init__(self, folder):
        self.folder = folder

    def _run(self, *arguments):
        profile = f"-env:UserInstallation=file://{self.folder}/profile"
        subprocess.run(
            ["soffice", profile, "--headless", *arguments], check=True, capture_output=True, timeout=120
        )

    def save_again(self, path):
        """Return the file as LibreOffice saves it, the name kept, in another folder."""
        self._run("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(self.folder / "saved"), str(path))
        return self.folder / "saved" / path.name

    def decide(self, path):
        """Return the file with all changes accepted, and the file with all rejected."""
        self._run_macro(path, _DECIDING)
        return self.folder / "Accept.docx", self.folder / "Reject.docx"

    def edit(self, path, statements):
        """Return the file after Basic `statements` have edited the `document`."""
        edited = 'Save(document, folder & "Edited.docx")\nStarDesktop.terminate()'
        opened = 'document = Opened(folder & "source.docx")'
        self._run_macro(path, f"Sub Main(folder As String)\n{opened}\n{statements}\n{edited}\nEnd Sub\n")
        return self.folder / "Edited.docx"

    def _run_macro(self, path, code):
        basic = self.folder / "profile" / "user" / "basic" / "Standard"
        if not basic.is_dir():  # the first start fills the folder
            self._run("--convert-to", "txt", "--outdir", str(self.folder / "first"), str(path))
        (basic / "script.xlb").write_text(_LIBRARY)
        (basic / "Changes.xba").write_text(_MODULE.format(escape(_SETTING_OUT + code)))
        shutil.copy(path, self.folder / "source.docx")
        self._run(f"macro:///Standard.Changes.Main(file://{self.folder}/)")


def paragraphs_of(path):
    """The shown paragraphs of the body, tabs and breaks as signs, the empty one at the end left out."""
    body = docx.Document(path).element.body
    signs = {
        f"{{{W}}}tab": "\t",
        f"{{{W}}}br": "\n",
        f"{{{W}}}noBreakHyphen": "\u2011",
        f"{{{W}}}softHyphen": "\xad",
    }
    lines = [
        "".join(
            signs.get(each.tag) or each.text or ""
            for run in p.iter(f"{{{W}}}r")
            for each in run
            if each.tag in signs or each.tag in (f"{{{W}}}t", f"{{{W}}}delText")
        )
        for p in body.iter(f"{{{W}}}p")
    ]
    return lines[:-1] if lines[-1:] == [""] else lines

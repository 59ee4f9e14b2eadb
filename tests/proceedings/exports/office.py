"""Real LibreOffice for tests: it saves a file again, and accepts or rejects all tracked changes by a macro."""

import shutil
import subprocess

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
_MACRO = _HEAD.format("script:module") + (
    '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Changes" script:language="StarBasic">'
    """
Sub Decide(folder As String, name As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim word(0) As New com.sun.star.beans.PropertyValue
  word(0).Name = "FilterName"
  word(0).Value = "MS Word 2007 XML"
  For Each decision In Array("Accept", "Reject")
    document = StarDesktop.loadComponentFromURL(folder &amp; name, "_blank", 0, hidden())
    dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
    frame = document.CurrentController.Frame
    dispatcher.executeDispatch(frame, ".uno:" &amp; decision &amp; "AllTrackedChanges", "", 0, Array())
    document.storeToURL(folder &amp; decision &amp; ".docx", word())
    document.close(True)
  Next
  StarDesktop.terminate()
End Sub
</script:module>
"""
)


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
        basic = self.folder / "profile" / "user" / "basic" / "Standard"
        if not basic.is_dir():
            self._run("--convert-to", "txt", "--outdir", str(self.folder / "first"), str(path))
        (basic / "script.xlb").write_text(_LIBRARY)
        (basic / "Changes.xba").write_text(_MACRO)
        shutil.copy(path, self.folder / "tracked.docx")
        self._run(f"macro:///Standard.Changes.Decide(file://{self.folder}/,tracked.docx)")
        return self.folder / "Accept.docx", self.folder / "Reject.docx"


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

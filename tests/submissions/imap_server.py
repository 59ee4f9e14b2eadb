"""A mailbox on this machine that speaks as much IMAP as reading it takes, and remembers what it was asked."""

import re
import socketserver
import threading


class ImapServer:
    """Folders of mails by their number: ``server.folders["INBOX"] = {1: b"…"}``."""

    def __init__(self, *, user="van-thu@example.vn", password="thu-2021/@:?"):
        self.user, self.password = user, password
        self.folders, self.validity, self.asked = {}, 7, []
        mailbox = self

        class Talk(socketserver.StreamRequestHandler):
            def handle(self):
                mailbox._talk(self.rfile, self.wfile)

        self._server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Talk)
        self._server.daemon_threads = True
        self.port = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    def close(self):
        """Stop listening."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _talk(self, reader, writer):
        folder = {}

        def say(line):
            writer.write(line if isinstance(line, bytes) else line.encode())
            writer.flush()

        say("* OK ready\r\n")
        while line := reader.readline():
            while literal := re.search(rb"\{(\d+)\}\r\n$", line):
                say("+ go on\r\n")
                line = line[: literal.start()] + reader.read(int(literal[1])) + reader.readline()
            tag, command, rest = (*line.decode(errors="replace").strip().split(" ", 2), "")[:3]
            self.asked.append(f"{command.upper()} {rest}" if command.upper() != "LOGIN" else "LOGIN")
            match command.upper():
                case "CAPABILITY":
                    say("* CAPABILITY IMAP4rev1\r\n")
                case "LOGIN" if self.password not in rest:
                    say(f"{tag} NO wrong\r\n")
                    continue
                case "EXAMINE" | "SELECT":
                    name = rest.strip('"')
                    if name not in self.folders:
                        say(f"{tag} NO no such folder\r\n")
                        continue
                    folder = self.folders[name]
                    say(f"* {len(folder)} EXISTS\r\n* OK [UIDVALIDITY {self.validity}] ok\r\n")
                case "UID" if rest.upper().startswith("SEARCH"):
                    first = int(re.search(r"(\d+):\*", rest)[1])
                    found = [uid for uid in sorted(folder) if uid >= first] or sorted(folder)[-1:]
                    say(f"* SEARCH {' '.join(map(str, found))}\r\n")
                case "UID":
                    uid = int(rest.split()[1])
                    self._answer(say, uid, folder[uid], rest)
                case "LOGOUT":
                    say(f"* BYE\r\n{tag} OK bye\r\n")
                    return
            say(f"{tag} OK done\r\n")

    def _answer(self, say, uid, content, asked):
        if "BODY" in asked.upper():
            say(f"* {uid} FETCH (UID {uid} RFC822.SIZE {len(content)} BODY[] {{{len(content)}}}\r\n")
            say(content)
            say(")\r\n")
        else:
            say(f"* {uid} FETCH (UID {uid} RFC822.SIZE {len(content)})\r\n")

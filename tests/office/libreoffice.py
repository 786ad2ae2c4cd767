"""LibreOffice without a window."""
import subprocess
import time

import uno
from com.sun.star.beans import PropertyValue


class Office:
    """folder: for its profile."""

    def __init__(self, folder):
        pipe = f"national-report-{folder.name}"
        self.process = subprocess.Popen(["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{folder}/profile",
                                         f"--accept=pipe,name={pipe};urp;"])
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        for _ in range(600):
            try:
                context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                break
            except Exception:
                time.sleep(0.1)
        self.desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)

    def open(self, source):
        return self.desktop.loadComponentFromURL(source.as_uri(), "_blank", 0, (PropertyValue("Hidden", 0, True, 0),))

    def save(self, document, target, kind):
        """Closes it, too. kind: LibreOffice's name of the file's kind."""
        document.storeToURL(target.as_uri(), (PropertyValue("FilterName", 0, kind, 0),))
        document.close(True)

    def close(self):
        try:
            self.desktop.terminate()
        except Exception:
            pass
        self.process.wait(30)

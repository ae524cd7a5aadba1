"""Whether what is served is what was released: of a folder, or of what answers at an address."""

from bulletins.pages.export.verifying.faults import Fault
from bulletins.pages.export.verifying.folder import verify_folder
from bulletins.pages.export.verifying.served import verify_served

__all__ = ["Fault", "verify_folder", "verify_served"]

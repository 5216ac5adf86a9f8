"""What every diagnostic code means: a title, the reason behind it, what to do."""

from .code import Code as Code
from .declared import DECLARED
from .lowering import LOWERING
from .reading import READING

CODES: dict[str, Code] = READING | LOWERING | DECLARED

"""Functions of PDFium that are called for every word or object of a page.

They are bound to plain addresses: the wrappers of pypdfium2 make an object of each pointer, which
takes three times as long as the call itself.
"""

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as raw

_ADDRESS = ctypes.c_void_p


def address(handle: Any) -> int:
    """Return the address that a handle or function of pypdfium2 holds."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def _plain(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    place = address(function)
    bound: Callable[..., Any] = ctypes.CFUNCTYPE(result, *arguments)(place)
    return bound


char_box = _plain(raw.FPDFText_GetLooseCharBox, ctypes.c_int, _ADDRESS, ctypes.c_int, _ADDRESS)
char_matrix = _plain(raw.FPDFText_GetMatrix, ctypes.c_int, _ADDRESS, ctypes.c_int, _ADDRESS)
char_size = _plain(raw.FPDFText_GetFontSize, ctypes.c_double, _ADDRESS, ctypes.c_int)
char_object = _plain(raw.FPDFText_GetTextObject, _ADDRESS, _ADDRESS, ctypes.c_int)
text_font = _plain(raw.FPDFTextObj_GetFont, _ADDRESS, _ADDRESS)
text_mode = _plain(raw.FPDFTextObj_GetTextRenderMode, ctypes.c_int, _ADDRESS)
count_objects = _plain(raw.FPDFPage_CountObjects, ctypes.c_int, _ADDRESS)
page_object = _plain(raw.FPDFPage_GetObject, _ADDRESS, _ADDRESS, ctypes.c_int)
count_form_objects = _plain(raw.FPDFFormObj_CountObjects, ctypes.c_int, _ADDRESS)
form_object = _plain(raw.FPDFFormObj_GetObject, _ADDRESS, _ADDRESS, ctypes.c_ulong)
object_bounds = _plain(raw.FPDFPageObj_GetBounds, ctypes.c_int, *[_ADDRESS] * 5)
object_fill = _plain(raw.FPDFPageObj_GetFillColor, ctypes.c_int, *[_ADDRESS] * 5)
path_mode = _plain(raw.FPDFPath_GetDrawMode, ctypes.c_int, *[_ADDRESS] * 3)
object_kind = _plain(raw.FPDFPageObj_GetType, ctypes.c_int, _ADDRESS)


def page_item(place: int) -> Any:
    """Return the handle of a page object at an address."""
    return ctypes.cast(place, raw.FPDF_PAGEOBJECT)

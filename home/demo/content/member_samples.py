"""Members that stand for those to come: visibly samples, of every kind and municipality."""

from decimal import Decimal

from ecosystem.models import MemberPage
from home.demo.bodies import gallery, heading, text
from home.demo.values import Item, Picture, T, item

from .members import MAIL, Kind, Municipality, works

Employees = MemberPage.Employees
CONTACT = T("Pavyzdys: Vardenė Pavardenė", "Sample: Vardenė Pavardenė")
# The centres of the towns, not addresses.
PLACES = {
    Municipality.PANEVEZYS_DISTRICT: (T("Pavyzdys: Panevėžio rajonas", "Sample: Panevėžys district"), "55.760000", "24.280000"),
    Municipality.BIRZAI: (T("Pavyzdys: Biržų miesto centras", "Sample: Biržai town centre"), "56.200000", "24.750000"),
    Municipality.PASVALYS: (T("Pavyzdys: Pasvalio miesto centras", "Sample: Pasvalys town centre"), "56.060000", "24.400000"),
    Municipality.KUPISKIS: (T("Pavyzdys: Kupiškio miesto centras", "Sample: Kupiškis town centre"), "55.840000", "24.970000"),
    Municipality.ROKISKIS: (T("Pavyzdys: Rokiškio miesto centras", "Sample: Rokiškis town centre"), "55.960000", "25.590000"),
    Municipality.PANEVEZYS_CITY: (T("Pavyzdys: Panevėžio miesto centras", "Sample: Panevėžys city centre"), "55.733300", "24.350000"),
}

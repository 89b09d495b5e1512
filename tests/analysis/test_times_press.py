"""Time expressions as newspapers write them, set down before the program was asked.

The anchor is Wednesday 12 June 2019. "-": an expression whose days the words do not tell, or words
that are no expression at all.
"""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.analysis.times import find

ANCHOR = date(2019, 6, 12)

FRENCH = [
    ("La trêve a expiré fin mars.", "2019-03-21/2019-03-31"),
    ("dans la nuit de dimanche à lundi", "2019-06-09/2019-06-10"),
    ("Le week-end dernier, des heurts ont éclaté.", "2019-06-08/2019-06-09"),
    ("au deuxième trimestre 2024", "2024-04-01/2024-06-30"),
    ("au 1er trimestre 2024", "2024-01-01/2024-03-31"),
    ("au T1 2024", "2024-01-01/2024-03-31"),
    ("il y a une dizaine de jours", "2019-06-02"),
    ("Les pourparlers reprendront à la mi-juillet.", "2019-07-11/2019-07-20"),
    ("d'ici 2030", "2019-06-12/2030-12-31"),
    ("d'ici à 2030", "2019-06-12/2030-12-31"),
    ("d'ici la fin de l'année", "2019-06-12/2019-12-31"),
    ("d'ici fin 2020", "2019-06-12/2020-12-31"),
    ("depuis le début de l'année", "2019-01-01/2019-06-12"),
    ("depuis le début de la guerre", "-"),
    ("depuis l'invasion du royaume", "-"),
    ("au cours des trois derniers jours", "2019-06-09/2019-06-12"),
    ("ces dernières semaines", "-"),
    ("mardi à l'aube", "2019-06-11"),
    ("tôt mardi matin", "2019-06-11"),
    ("Aux premières heures de mardi, le pont a cédé.", "2019-06-11"),
    ("dans la matinée de mardi", "2019-06-11"),
    ("lundi en fin d'après-midi", "2019-06-10"),
    ("le 3 juin au soir", "2019-06-03"),
    ("dans la nuit du 3 au 4 juin", "2019-06-03/2019-06-04"),
    ("la nuit dernière", "2019-06-11"),
    ("la semaine du 3 juin", "2019-06-03/2019-06-09"),
    ("la semaine du 3 au 9 juin", "2019-06-03/2019-06-09"),
    ("à la fin de l'année dernière", "2018-09-01/2018-12-31"),
    ("l'été dernier", "2018-06-01/2018-08-31"),
    ("à l'automne 2018", "2018-09-01/2018-11-30"),
    ("au printemps prochain", "2020-03-01/2020-05-31"),
    ("en juin de l'année dernière", "2018-06-01/2018-06-30"),
    ("dans les prochains jours", "-"),
    ("dans une quinzaine de jours", "2019-06-27"),
    ("le jeudi 6 juin", "2019-06-06"),
    ("du lundi 3 au vendredi 7 juin", "2019-06-03/2019-06-07"),
    ("Le groupe se réunira les 28 et 29 juin à Osaka.", "2019-06-28/2019-06-29"),
    ("entre le 15 avril et le 20 mai", "2019-04-15/2019-05-20"),
    ("de 2015 à 2017", "2015-01-01/2017-12-31"),
    ("l'an 2000", "2000-01-01/2000-12-31"),
    ("mardi de la semaine dernière", "2019-06-04"),
    ("Le traité entrera en vigueur à compter du 1er juillet.", "2019-07-01"),
    ("Le traité s'appliquera à partir de lundi.", "2019-06-17"),
    ("le 12 mars dernier", "2019-03-12"),
    ("le 14 juillet prochain", "2019-07-14"),
    ("il y a un peu plus de deux ans", "2017-01-01/2017-12-31"),
    ("il y a quelques mois", "-"),
    ("voilà six mois", "2018-12-01/2018-12-31"),
    ("deux jours après le scrutin", "-"),
    ("le lendemain de Noël", "2018-12-26"),
    ("la veille du scrutin", "-"),
    ("pour la troisième fois en deux ans", "-"),
    ("en l'espace de trois mois", "-"),
    ("ouvert jusqu'à la fin du mois de juin", "2019-06-21/2019-06-30"),
    ("ces cinq dernières années", "2014-06-12/2019-06-12"),
    ("au troisième trimestre de l'année dernière", "2018-07-01/2018-09-30"),
    ("mi-2018", "2018-05-01/2018-08-31"),
    ("fin 2017", "2017-09-01/2017-12-31"),
    ("hier soir", "2019-06-11"),
    ("en ce mois de juin", "2019-06-01/2019-06-30"),
    ("en début de mois", "2019-06-01/2019-06-10"),
    ("à la veille du 14 juillet 2018", "2018-07-13"),
    ("cette année-là", "-"),
    ("ce mois-là", "-"),
    ("vers la fin août 2018", "2018-08-21/2018-08-31"),
    ("tout au long de l'année 2018", "2018-01-01/2018-12-31"),
    ("Mai 68", "1968-05-01/1968-05-31"),
    ("depuis plus de trois mois", "2019-03-12/2019-06-12"),
    ("depuis une semaine", "2019-06-05/2019-06-12"),
    ("à l'issue du premier semestre", "2019-01-01/2019-06-30"),
    ("dans dix jours", "2019-06-22"),
    ("dans la soirée de vendredi", "2019-06-07"),
    ("en fin de compte", "-"),
    ("à la mi-temps", "-"),
]

ENGLISH = [
    ("the week of 3 June", "2019-06-03/2019-06-09"),
    ("late last month", "2019-05-21/2019-05-31"),
    ("Q1 2024", "2024-01-01/2024-03-31"),
    ("in the first quarter of 2024", "2024-01-01/2024-03-31"),
    ("over the past three days", "2019-06-09/2019-06-12"),
    ("earlier this year", "2019-01-01/2019-06-12"),
    ("by year-end", "2019-06-12/2019-12-31"),
    ("The raid came in the early hours of Tuesday.", "2019-06-11"),
    ("since the start of the war", "-"),
    ("since the start of the year", "2019-01-01/2019-06-12"),
    ("since the beginning of May", "2019-05-01/2019-06-12"),
    ("by the end of the month", "2019-06-12/2019-06-30"),
    ("by the end of 2030", "2019-06-12/2030-12-31"),
    ("by 2030", "2019-06-12/2030-12-31"),
    ("in the first half of 2018", "2018-01-01/2018-06-30"),
    ("in the third quarter of last year", "2018-07-01/2018-09-30"),
    ("in early June", "2019-06-01/2019-06-10"),
    ("Talks will resume in mid-July.", "2019-07-11/2019-07-20"),
    ("late 2017", "2017-09-01/2017-12-31"),
    ("mid-2018", "2018-05-01/2018-08-31"),
    ("early this week", "2019-06-10/2019-06-11"),
    ("late on Monday", "2019-06-10"),
    ("early Tuesday", "2019-06-11"),
    ("earlier on Tuesday", "2019-06-11"),
    ("on Friday night", "2019-06-07"),
    ("Shells fell at dawn on Tuesday.", "2019-06-11"),
    ("overnight from Monday to Tuesday", "2019-06-10/2019-06-11"),
    ("last weekend", "2019-06-08/2019-06-09"),
    ("Two men were held over the weekend.", "2019-06-08/2019-06-09"),
    ("about ten days ago", "2019-06-02"),
    ("last summer", "2018-06-01/2018-08-31"),
    ("the winter of 2018", "2017-12-01/2018-02-28"),
    ("in the fall of 2018", "2018-09-01/2018-11-30"),
    ("The fall of 2018 offers no hope of a fall in prices.", "2018-09-01/2018-11-30"),
    ("May of last year", "2018-05-01/2018-05-31"),
    ("June 3-7", "2019-06-03/2019-06-07"),
    ("from 3 to 7 June", "2019-06-03/2019-06-07"),
    ("between 15 April and 20 May", "2019-04-15/2019-05-20"),
    ("They will meet on the 28th and 29th of June.", "2019-06-28/2019-06-29"),
    ("Wednesday, June 5", "2019-06-05"),
    ("in the late 1980s", "1980-01-01/1989-12-31"),
    ("in recent weeks", "-"),
    ("in the coming days", "-"),
    ("in the next six months", "2019-06-12/2019-12-12"),
    ("in the last five years", "2014-06-12/2019-06-12"),
    ("for three months", "-"),
    ("in three months' time", "2019-09-01/2019-09-30"),
    ("earlier in the week", "2019-06-10/2019-06-12"),
    ("later this month", "2019-06-12/2019-06-30"),
    ("later in the year", "2019-06-12/2019-12-31"),
    ("The levy will apply as of 1 July.", "2019-07-01"),
    ("through the end of June", "2019-06-21/2019-06-30"),
    ("on Christmas Eve", "2018-12-24"),
    ("Tuesday of this week", "2019-06-11"),
    ("that year", "-"),
    ("the day after the election", "-"),
    ("since late May", "2019-05-21/2019-06-12"),
    ("at the end of June 2018", "2018-06-21/2018-06-30"),
    ("on the night of June 3", "2019-06-03"),
    ("a fortnight ago", "2019-05-26/2019-06-01"),
    ("in the January-March quarter", "2019-01-01/2019-03-31"),
    ("in 2018-19", "2018-01-01/2019-12-31"),
    ("the end of last year", "2018-09-01/2018-12-31"),
    ("more than two years ago", "2017-01-01/2017-12-31"),
    ("a little over two years ago", "2017-01-01/2017-12-31"),
    ("the 2018 budget", "2018-01-01/2018-12-31"),
    ("at the end of the day", "-"),
]


def told(text: str, language: str) -> str:
    found = [one for one in find(text, language=language, anchor=ANCHOR) if one.start]
    if not found:
        return "-"
    assert len(found) == 1, [one.text for one in found]
    (one,) = found
    return str(one.start) if one.start == one.end else f"{one.start}/{one.end}"


@pytest.mark.parametrize(("text", "wanted"), FRENCH)
def test_french_press(text: str, wanted: str) -> None:
    assert told(text, "fr") == wanted


@pytest.mark.parametrize(("text", "wanted"), ENGLISH)
def test_english_press(text: str, wanted: str) -> None:
    assert told(text, "en") == wanted

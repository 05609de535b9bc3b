"""How comparisons are said, by operator; five languages, all read at once."""

from __future__ import annotations

from workforce.workflow.language.words import phrases

# comparison words: how they are said → operator; `after` is said behind the number
BEFORE_NUMBER: dict[str, tuple[str, ...]] = {
    "gte": phrases(
        "at_least or_more_than not_less_than no_less_than minimum mindestens wenigstens ab al_menos "
        "como_minimo minimo a_partir_de au_moins au_minimum pelo_menos no_minimo >= ≥ from starting_at "
        "starting_from igual_o_superior_a maior_ou_igual_a mayor_o_igual_a superieur_ou_egal_a"
    ),
    "lte": phrases(
        "at_most no_more_than not_more_than up_to maximum hochstens maximal bis_zu bis como_maximo a_lo_sumo "
        "au_plus au_maximum no_maximo <= ≤ jusqu'a hasta ate"
    ),
    "gt": phrases(
        "more_than greater_than higher_than larger_than bigger_than over above exceeds exceed exceeding "
        "beyond mehr_als grosser_als hoher_als uber ubersteigt ubersteigen mas_de mayor_que mayor_a mayores_a "
        "superior_a superiores_a supera superan supere superen por_encima_de plus_de plus_grand_que "
        "superieur_a superieure_a superieurs_a depasse depassent au-dessus_de mais_de maior_que maior_do_que "
        "maiores_que acima_de passar_de passe_de ultrapassa ultrapassar ultrapasse exceder excede > "
        "uberschreitet oberhalb_von worth_more_than longer_than older_than alter_als mayor_de"
    ),
    "lt": phrases(
        "less_than fewer_than lower_than smaller_than below under beneath weniger_als kleiner_als "
        "niedriger_als unter unterhalb_von menos_de menor_que menor_a inferior_a inferiores_a por_debajo_de "
        "moins_de inferieur_a inferieure_a en_dessous_de au-dessous_de menor_do_que menores_que abaixo_de "
        "inferior < drops_below falls_below sinkt_unter baja_de descend_sous cai_abaixo_de"
    ),
    "neq": phrases(
        "not_equal_to other_than different_from doesn't_answer_with does_not_answer_with doesnt_answer_with "
        "isn't is_not nicht ungleich distinto_de distinta_de diferente_de different_de != ≠ anything_but "
        "no_es n'est_pas nao_e doesn't_return does_not_return not"
    ),
}


AFTER_NUMBER: dict[str, tuple[str, ...]] = {
    "gte": phrases(
        "or_more and_more or_higher or_above and_above or_over and_up or_up or_greater or_better or_longer "
        "oder_mehr und_mehr oder_hoher und_hoher oder_daruber aufwarts o_mas y_mas o_superior en_adelante "
        "ou_plus et_plus ou_superieur ou_mais e_mais ou_superior ou_acima para_cima o_mayor ou_maior + plus "
        "and_higher or_older"
    ),
    "lte": phrases(
        "or_less and_less or_lower or_below and_below or_under or_fewer oder_weniger und_weniger "
        "oder_niedriger oder_darunter o_menos y_menos o_inferior ou_moins et_moins ou_inferieur ou_menos "
        "e_menos ou_inferior ou_abaixo para_baixo or_worse and_lower o_menor ou_menor"
    ),
}

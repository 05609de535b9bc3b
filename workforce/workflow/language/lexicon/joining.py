"""Words that join and part clauses: conditions, sequence, corrections; five languages, all read at once."""

from __future__ import annotations

from workforce.workflow.language.words import phrases

IF = phrases(
    "if tan_pronto_como s'il s'ils only_if only_when but_only_if but_only_when solo_cuando seulement_quand "
    "somente_quando "
    "apenas_quando "
    "aber_nur_wenn nur_sobald as_soon_as every_time each_time any_time anytime cada_vez_que chaque_fois_que "
    "a_chaque_fois_que des_que assim_que toda_vez_que sempre_que en_cuanto jedes_mal_wenn jedesmal_wenn "
    "immer_wenn in_case in_the_case_that provided as_long_as whenever when falls wenn sofern nur_wenn "
    "nur_falls wenn_es si solo_si en_caso_de_que siempre_que seulement_si uniquement_si au_cas_ou lorsque "
    "quand cuando se so_se somente_se apenas_se caso quando and_if but_if et_si y_si e_se und_wenn mais_si "
    "pero_si mas_se once sobald for bei"
)


UNLESS = phrases(
    "unless except_if except_when es_sei_denn ausser_wenn a_menos_que salvo_que sauf_si a_moins_que "
    "a_nao_ser_que exceto_se"
)


ELSE = phrases(
    "above_that over_that beyond_that anything_above everything_above daruber por_encima_de_eso au-dela acima_disso "
    "bei_mehr bei_hoheren for_more if_more when_more si_es_mas se_for_mais otherwise else if_not when_not "
    "in_all_other_cases in_any_other_case the_rest rest autres otros outros sonstige "
    "alle_ubrigen tous_les_autres todos_los_demas todos_os_outros everything_else all_others the_others "
    "the_other_ones others anything_else everyone_else any_other all_other for_the_rest sonst ansonsten "
    "andernfalls alle_anderen alles_andere wenn_nicht falls_nicht den_rest der_rest anderenfalls sinon "
    "dans_le_cas_contraire les_autres dans_les_autres_cas le_reste si_non si_no de_lo_contrario "
    "en_caso_contrario los_demas el_resto las_demas en_otro_caso todo_lo_demas senao caso_contrario se_nao "
    "os_demais as_demais o_resto do_contrario para_o_resto para_os_demais en_los_demas_casos nos_demais_casos"
)


THEN = phrases(
    "then and_then after_that afterwards next finally also and_also plus additionally in_addition besides "
    "on_top lastly in_the_end dann danach anschliessend ausserdem zusatzlich auch zuerst zum_schluss "
    "schliesslich zudem daraufhin luego despues tambien ademas entonces primero por_ultimo finalmente "
    "a_continuacion ensuite puis apres apres_cela aussi egalement en_plus alors enfin d'abord depois "
    "em_seguida tambem alem_disso entao primeiro por_fim e_depois y_luego et_ensuite und_dann please bitte "
    "por_favor merci_de s'il_te_plait s'il_vous_plait pls just simply einfach nur so instead and und y et e"
)


FILLERS = phrases(
    "en_plus in_addition additionally de_plus ademas zusatzlich ausserdem please pls plz bitte por_favor "
    "s'il_te_plait s'il_vous_plait svp thanks thank_you gracias danke merci_d'avance obrigado obrigada kindly "
    "automatically automatisch automaticamente automatiquement tambien tambem egalement for_me as_well"
)


AND = phrases(
    "and und sowie y e et as_well_as plus & and_also and_then then dann luego puis depois ensuite danach "
    "und_dann y_luego et_ensuite e_depois but aber pero mais mas and_please also"
)


PURPOSE = phrases(
    "so_that so_we_can so_i_can so_they_can so_everyone in_order_to because since_we damit um_zu weil "
    "para_que porque afin_de afin_que pour_que parce_que a_fim_de pois so_the so_our so_nobody so_no_one "
    "so_it as_we sodass de_modo_que de_maniere that's_all that_is_all"
)


CORRECTION = phrases(
    "i_mean na_verdade en_realidad eigentlich en_fait genauer_gesagt i_meant no_sorry sorry_no no_wait "
    "wait_no scratch_that actually_no or_rather correction make_that ich_meine nein_sorry ach_nein nein_doch "
    "besser_gesagt quiero_decir perdon mejor_dicho no_perdon digo je_veux_dire non_pardon pardon ou_plutot "
    "quer_dizer ou_melhor alias nao_desculpa desculpa quero_dizer sorry actually nein moment"
)


NOTHING = phrases(
    "do_nothing nothing leave_it_alone leave_it ignore ignored can_be_ignored skip nichts ignorieren "
    "ignoriert nada ignorar ignora rien ignorer no_action don't_do_anything nao_precisa_fazer_nada "
    "no_hagas_nada no_hacer_nada ne_rien_faire ne_fais_rien nothing_to_do keine_mail not_interested "
    "no_nos_interesan don't_care dont_care"
)

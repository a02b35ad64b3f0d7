/** An invented quarrel, its hashtag, and what the crew claims and asks for: "English ~ Spanish", choices in the same order in both. */
export interface Topic {
  readonly tag: string;
  readonly place: string;
  readonly claims: readonly string[];
  readonly demands: readonly string[];
}

/** Places, ports and peoples that do not exist. */
export const TOPICS: readonly Topic[] = [
  {
    tag: "AldmoorDecides",
    place: "Aldmoor",
    claims: [
      "Aldmoor {pays|gives} more to the crown than it {gets back|ever sees} ~ Aldmoor {paga|entrega} a la corona más de lo que {recibe|verá jamás}",
      "{oil|wind} money from Aldmoor {builds|feeds} the capital, not its {hospitals|schools} ~ el dinero del {petróleo|viento} de Aldmoor {construye|alimenta} la capital, no sus {hospitales|escuelas}",
      "# percent in Aldmoor {want|ask for} a vote and {nobody|no minister} listens ~ el # por ciento en Aldmoor {quiere|pide} votar y {nadie|ningún ministro} escucha",
      "a {nation|people} without a vote is a {colony|tenant} ~ {una nación|un pueblo} sin voto es {una colonia|un inquilino}",
      "{young people|families} leave Aldmoor because decisions are made {elsewhere|far away} ~ {los jóvenes|las familias} se van de Aldmoor porque se decide {en otra parte|muy lejos}",
      "the crown {fears|delays} the Aldmoor vote because it would {lose|end} ~ la corona {teme|retrasa} el voto de Aldmoor porque {perdería|se acabaría}",
    ],
    demands: [
      "let Aldmoor {decide|vote} {now|freely} ~ que Aldmoor {decida|vote} {ya|libremente}",
      "{a date|a promise} for the vote, {now|this year} ~ {una fecha|una promesa} para el voto, {ya|este año}",
      "freedom for Aldmoor, {nothing less|at last} ~ libertad para Aldmoor, {nada menos|por fin}",
    ],
  },
  {
    tag: "SelvaraWater",
    place: "Selvara",
    claims: [
      "the dam {leaves|keeps} # villages of Selvara without {water|harvest} ~ la presa {deja|tiene} a # pueblos de Selvara sin {agua|cosecha}",
      "{mothers|children} in Selvara {walk|wait} hours for one {bucket|bottle} ~ {las madres|los niños} en Selvara {caminan|esperan} horas por {un cubo|una botella}",
      "{companies|mines} drink the river of Selvara while {fields|wells} dry up ~ {las empresas|las minas} se beben el río de Selvara mientras se secan {los campos|los pozos}",
      "cutting the water of Selvara is a {weapon|crime}, not {a policy|an accident} ~ cortar el agua de Selvara es {un arma|un crimen}, no {una política|un accidente}",
      "our taxes {paid for|insured} the dam that {dries|strangles} Selvara ~ nuestros impuestos {pagaron|aseguraron} la presa que {seca|ahoga} a Selvara",
      "{no|not one} camera shows the dry {taps|wells} of Selvara ~ {ninguna|ni una} cámara muestra {los grifos|los pozos} secos de Selvara",
    ],
    demands: [
      "{open|stop} the dam {now|before summer} ~ {abran|paren} la presa {ya|antes del verano}",
      "water is {life|a right}, not {business|a weapon} ~ el agua es {vida|un derecho}, no {negocio|un arma}",
      "{send|let in} {observers|engineers} to Selvara ~ {manden|dejen entrar} {observadores|ingenieros} a Selvara",
    ],
  },
  {
    tag: "PortQuill",
    place: "Port Quill",
    claims: [
      "the embargo on Port Quill {kills|starves} {patients|families}, not {rulers|generals} ~ el embargo a Port Quill {mata|deja con hambre} a {los pacientes|las familias}, no a {los gobernantes|los generales}",
      "# ships with {medicine|flour} wait outside Port Quill ~ # barcos con {medicinas|harina} esperan fuera de Port Quill",
      "they {call it|sell it as} pressure; Port Quill {calls it|knows it as} hunger ~ lo {llaman|venden como} presión; Port Quill lo {llama|conoce como} hambre",
      "{doctors|nurses} in Port Quill {reuse|count} every {needle|bandage} ~ {los médicos|las enfermeras} en Port Quill {reutilizan|cuentan} cada {aguja|venda}",
      "the embargo on Port Quill {failed|is over # years old} and only {banks|brokers} {win|smile} ~ el embargo a Port Quill {fracasó|lleva más de # años} y solo {los bancos|los corredores} {ganan|sonríen}",
      "{we|our parents} were told Port Quill would {fall|change} in a {month|year} ~ {nos|a nuestros padres les} dijeron que Port Quill {caería|cambiaría} en un {mes|año}",
    ],
    demands: [
      "{lift|end} the embargo {now|today} ~ {levanten|terminen} el embargo {ya|hoy}",
      "let {medicine|bread} {in|through} ~ dejen {entrar|pasar} {las medicinas|el pan}",
      "{ask|tell} your deputy about Port Quill ~ {pregunta|cuenta} a tu diputado lo de Port Quill",
    ],
  },
  {
    tag: "TamrinCamp",
    place: "Tamrin",
    claims: [
      "# children {sleep|freeze} on the ground in the Tamrin camp ~ # niños {duermen|se congelan} en el suelo en el campo de Tamrin",
      "the {bombs|drones} over Tamrin carry {our|your} tax money ~ {las bombas|los drones} sobre Tamrin llevan {nuestros|tus} impuestos",
      "Tamrin is {burning|dying} and they {debate|vote on} {words|holidays} ~ Tamrin {arde|se muere} y ellos {debaten|votan} {palabras|vacaciones}",
      "a {hospital|school} in Tamrin is not a {target|base} ~ {un hospital|una escuela} en Tamrin no es {un objetivo|una base}",
      "{history|your grandchildren} will ask what {we|you} did for Tamrin ~ {la historia|tus nietos} preguntará qué {hicimos|hiciste} por Tamrin",
      "{aid|food} for Tamrin waits # {days|weeks} at the {border|gate} ~ {la ayuda|la comida} para Tamrin espera # {días|semanas} en {la frontera|la puerta}",
    ],
    demands: [
      "{ceasefire|peace} {now|today} ~ {alto el fuego|paz} {ya|hoy}",
      "{stop|end} the {arms|money} for this war ~ {paren|acaben con} {las armas|el dinero} para esta guerra",
      "{open|free} the {road|border} to Tamrin ~ {abran|liberen} {el camino|la frontera} a Tamrin",
    ],
  },
  {
    tag: "BrenmarkBase",
    place: "Brenmark",
    claims: [
      "the base in Brenmark makes us a {target|servant}, not {safe|free} ~ la base de Brenmark nos hace {blanco|siervos}, no {seguros|libres}",
      "{nobody|no voter} {asked for|signed} foreign {jets|soldiers} in Brenmark ~ {nadie|ningún votante} {pidió|firmó} {aviones|soldados} extranjeros en Brenmark",
      "# million for the base in Brenmark, {nothing|crumbs} for {clinics|pensions} ~ # millones para la base de Brenmark, {nada|migajas} para {las clínicas|las pensiones}",
      "the {fish|wells} near the Brenmark base are {poisoned|dead} ~ {los peces|los pozos} junto a la base de Brenmark están {envenenados|muertos}",
      "{empires|alliances} leave; the {waste|debt} in Brenmark stays ~ {los imperios|las alianzas} se van; {la basura|la deuda} en Brenmark se queda",
    ],
    demands: [
      "{close|empty} the base ~ {cierren|vacíen} la base",
      "{bring|send} the troops home ~ {traigan|manden} las tropas a casa",
      "{our|one} land, {our|one} decision ~ {nuestra|una} tierra, {nuestra|una} decisión",
    ],
  },
  {
    tag: "CalveraDebt",
    place: "Calvera",
    claims: [
      "the lenders {own|bleed} Calvera and call it {help|rescue} ~ los prestamistas {poseen|desangran} Calvera y lo llaman {ayuda|rescate}",
      "Calvera pays # percent {interest|fees} and closes {schools|buses} ~ Calvera paga # por ciento de {interés|comisiones} y cierra {escuelas|autobuses}",
      "{pensioners|teachers} in Calvera {pay|suffer} for the party of {bankers|ministers} ~ {los jubilados|los maestros} de Calvera {pagan|sufren} la fiesta de {los banqueros|los ministros}",
      "the debt of Calvera was {paid|signed} {twice|in secret} ~ la deuda de Calvera se {pagó|firmó} {dos veces|en secreto}",
      "they {saved|loved} the banks and {forgot|fined} Calvera ~ {salvaron|quisieron} a los bancos y {olvidaron|multaron} a Calvera",
    ],
    demands: [
      "{cancel|audit} the debt ~ {cancelen|auditen} la deuda",
      "{people|bread} before {banks|interest} ~ {la gente|el pan} antes que {los bancos|los intereses}",
      "not {one|another} {cut|coin} ~ ni {un|otro} {recorte|centavo} más",
    ],
  },
];

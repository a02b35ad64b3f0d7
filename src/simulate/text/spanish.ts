import { words } from "./grammar.ts";
import type { Language } from "./language.ts";

export const SPANISH: Language = {
  code: "es",
  share: 0.08,
  zones: [1, 1, -6, -5, -5, -3, -3],
  gap: " ",
  places: words(
    "Sevilla|Bogotá|Lima|Quito|Rosario|Bilbao|Puebla|Valencia|Mérida|Cali|Granada|Córdoba|Medellín|Santiago|Oviedo|Cusco",
  ),
  firstNames: words(
    "Alba|Bruno|Carmen|Diego|Elena|Fede|Gabi|Hugo|Inés|Javi|Lola|Marco|Nuria|Óscar|Paula|Rafa|Sofía|Tomás|Vera|Yago",
  ),
  lastNames: words(
    "Aguirre|Blanco|Castro|Durán|Espino|Flores|Gallego|Herrera|Ibarra|Lozano|Molina|Navas|Ortega|Pardo|Quiroga|Rivas|Salas|Tovar|Vega|Zamora",
  ),
  words: {
    quality: words(
      "increíble|raro|lento|bonito|carísimo|tranquilo|tremendo|flojo|honesto|tierno|fatal|decente|salvaje|fresco|amargo|genial|terco|triste|perfecto|dudoso",
    ),
    when: words(
      "esta mañana|anoche|toda la semana|desde el martes|otra vez hoy|después de comer|este año|el fin de semana|por primera vez|antes de dormir|desde marzo|el viernes|con lluvia|a estas horas",
    ),
    who: words(
      "mi hermana|el vecino|mi madre|un compañero|mi jefe|una amiga de <town>|los niños|mi primo|media calle|el del bar|mi abuela|<name>|<name>",
    ),
    place: words("<town>|<town>|<town>|el mercado|la estación|el barrio|la plaza|la costa"),
    view: words(
      "vale la pena|no es lo que esperaba|mejor de lo que dicen|un desastre|justo lo que hacía falta|más difícil de lo que parece|demasiado tarde|una pequeña maravilla|pura suerte|nada que ver con el año pasado|lo mejor del día",
    ),
    lead: words(
      "La verdad,|Bueno,|A ver,|Mira,|Resulta que|Pregunta:|Recordatorio:|No es por nada, pero|En serio,|Opinión impopular:",
    ),
    mood: words("😂|❤️|🔥|🙌|😅|🤔|😭|✨|🎉|☕"),
  },
  statements: words(
    "<lead> ver <thing> tan <quality> en <place> <when>|<who> lleva # minutos <doing> y es <view>|<doing> en <place>: <view>|no entiendo por qué <thing> está tan <quality> <when>|<when> encontré algo <quality> en <place>, <view>|# años <doing> y todavía <view>|<who> dice que <thing> es <quality>; yo digo que es <view>|nada como estar <doing> <when>|¿alguien más ve <thing> un poco <quality> últimamente?|entre <thing> y <thing>, me quedo con lo <quality>|<lead> # personas en <place> estaban <doing> <when>|pasé la tarde <doing> con <who>, <view>|<entity> y <thing>: algo <quality>|<entity> anda <doing> <when>, parece",
  ),
  additions: words(
    "Y <thing>, <view>.|Nunca más.|<who> está de acuerdo.|Mañana más.|Luego subo fotos.|Toca seguir <doing>.|Solo quedan #.|La culpa es de <who>.|Próxima parada, <place>.|¿Algún consejo?",
  ),
  replies: words(
    "igual aquí, <thing> fue <quality> <when>|{jaja|jajaja} <who> dijo lo mismo <when>|no estoy de acuerdo, <view>|¿y eso fue en <place>? <quality>|yo estuve <doing> <when> y sí, <view>|eso, <thing> es <quality> <when>|a <who> le va a encantar|{sí|exacto|tal cual}, <doing> es <view>|¿# personas? ¿en <place>?|prueba a estar <doing> <when>",
  ),
  comments: words(
    "esto es <view>, como <doing>|<lead> esto lo dice todo: <thing> <when>|para los que andan <doing>|<who> me mandó esto <when>|<quality>, pero falta <thing>|leyendo esto en <place> <when>",
  ),
  stock: words("Buenos días|Feliz cumpleaños!|Buenas noches|Gracias!|Feliz viernes|Jajaja|Así es|Felicidades 🎉"),
  bios: words("De <town>|<doing> y café|Mamá, lectora, <quality>|Aquí por <thing>|Estudiante en <town>|Opiniones mías"),
  topics: [
    {
      name: "fútbol",
      hashtags: words("futbol|clasico|liga|gol|fichajes|aficion"),
      words: {
        thing: words(
          "la defensa|el portero|el penalti|el árbitro|el fichaje|la grada|el césped|la tabla|el segundo tiempo|la camiseta|el derbi|el entrenador",
        ),
        doing: words(
          "mirando el derbi|discutiendo la alineación|haciendo cola por entradas|jugando con los niños|repitiendo el gol|cantando en la grada|esperando el sorteo|viajando con el equipo",
        ),
      },
    },
    {
      name: "calle",
      hashtags: words("ciudad|transporte|vivienda|precios|barrio|elecciones"),
      words: {
        thing: words(
          "el alquiler|el metro|la luz|el precio del aceite|la obra|el carril bici|la factura|el ayuntamiento|la escuela|el tráfico|la gasolina|la plaza nueva",
        ),
        doing: words(
          "buscando piso|esperando el autobús|firmando la petición|comparando precios|hablando con el vecino|caminando al trabajo|pagando facturas|escribiendo al ayuntamiento",
        ),
      },
    },
    {
      name: "música",
      hashtags: words("musica|concierto|estreno|novela|cumbia|festival"),
      words: {
        thing: words(
          "el estribillo|la gira|el final|la guitarra|el estreno|la novela|el disco|el festival|la letra|el video|la banda|el concierto",
        ),
        doing: words(
          "cantando en la ducha|aprendiendo guitarra|viendo la novela|bailando en la cocina|oyendo el disco|guardando para el concierto|ensayando con la banda|llorando con el final",
        ),
      },
    },
  ],
};

import { words } from "./grammar.ts";
import type { Language } from "./language.ts";

export const FRENCH: Language = {
  code: "fr",
  share: 0.04,
  zones: [1, 1, 1, -5, 0],
  gap: " ",
  places: words("Lille|Nantes|Rennes|Dijon|Liège|Namur|Québec|Nîmes|Brest|Tours|Annecy|Dakar|Abidjan|Metz|Pau|Reims"),
  firstNames: words(
    "Agathe|Bastien|Chloé|Damien|Élise|Fabrice|Gaëlle|Hugo|Inès|Jules|Karim|Lucie|Manon|Nadia|Olivier|Pauline|Rémi|Salomé|Théo|Yann",
  ),
  lastNames: words(
    "Aubry|Bonnet|Caron|Diallo|Evrard|Fabre|Guérin|Huet|Jacquet|Koné|Leroux|Marchand|Noël|Ollivier|Perrin|Renaud|Sow|Tessier|Vidal|Weber",
  ),
  words: {
    quality: words(
      "génial|bizarre|lent|cher|honnête|fatigué|fou|courageux|cassé|joli|triste|frais|amer|solide|brouillon|têtu|discret|risqué|parfait|douteux",
    ),
    when: words(
      "ce matin|hier soir|toute la semaine|depuis mardi|encore aujourd'hui|après manger|cette année|ce week-end|pour la première fois|avant de dormir|depuis mars|vendredi|sous la pluie|deux fois déjà",
    ),
    who: words(
      "mon frère|les voisins|ma cheffe|une amie de chez nous|les enfants|le gardien|un collègue|toute la rue|ma grand-mère|<name>|<name>|quelqu'un dans le bus",
    ),
    place: words("<town>"),
    view: words(
      "ça vaut le coup|pas ce que j'espérais|mieux que sa réputation|un beau bazar|juste ce qu'il fallait|plus dur que prévu|bien trop tard|un petit miracle|un coup de chance|rien à voir avec l'an dernier|le meilleur moment du jour",
    ),
    lead: words(
      "Franchement,|Bon,|Petite question :|Rappel :|L'air de rien,|Avis impopulaire :|Pour info,|Au passage,",
    ),
    mood: words("😂|🙄|❤️|🔥|😅|👏|🤔|✨|☕|🎉"),
  },
  statements: words(
    "<lead> <thing> à <place> <when>, c'était <quality>|<who> parle de <thing> <when>, <view>|# minutes à <doing>, <view>|<doing> à <place> : <view>|pourquoi <thing> est si <quality> <when> ?|je suis la seule à trouver <thing> un peu <quality> ?|<who> trouve <thing> <quality> ; moi je dis : <view>|# ans à <doing> et toujours aussi <quality>|entre <thing> et <thing>, je prends le plus <quality>|<lead> # personnes à <place> en train de <doing>|rien de tel que <doing> <when>|<when>, <doing> avec <who>, <view>|<entity> et <thing>, ça promet d'être <quality>",
  ),
  additions: words(
    "Et <thing> ? <view>.|Plus jamais.|<who> est d'accord.|La suite <when>.|Photos bientôt.|Allez, retour à <doing>.|Plus que #.|C'est la faute à <who>.|Prochain arrêt, <place>.|Des conseils ?",
  ),
  replies: words(
    "pareil ici, <thing> était <quality>|{mdr|haha} <who> a dit ça <when>|pas d'accord, <view>|c'était à <place> <when> ?|tu as essayé de <doing> ?|<thing> est vraiment <quality> <when>|<who> va adorer|{oui|exactement|voilà}, <doing>, <view>|# personnes ? à <place> ?|désolé, chez moi c'était <view>",
  ),
  comments: words(
    "<view>, tout simplement|<lead> tout est dit sur <thing>|pour ceux qui aiment <doing>|<who> m'a envoyé ça <when>|<quality>, mais il manque <thing>|lu <when> à <place>",
  ),
  stock: words("Bonjour à tous|Joyeux anniversaire !|Bonne nuit|Merci !|Bon week-end|Exactement|Bravo 🎉|Mdr"),
  bios: words(
    "De <town>|<doing> et café|Mes avis n'engagent que moi|Là pour <thing>|Étudiant à <town>|Prof, <quality>",
  ),
  topics: [
    {
      name: "quotidien",
      hashtags: words("grève|loyer|sncf|mairie|velo|prix"),
      words: {
        thing: words(
          "le loyer|la grève|le train|la mairie|le vélo|la facture|le métro|le chantier|l'école|le marché|le chauffage|la piscine",
        ),
        doing: words(
          "attendre le train|chercher un appart|faire du vélo|comparer les prix|signer la pétition|déménager|lire le journal|faire la queue",
        ),
      },
    },
    {
      name: "scène",
      hashtags: words("cinema|ligue1|concert|serie|rugby|festival"),
      words: {
        thing: words(
          "le final|la mêlée|le penalty|la série|le concert|le gardien|la bande-annonce|le classement|le refrain|le festival|l'arbitre|le maillot",
        ),
        doing: words(
          "revoir la série|chanter faux|refaire le match|prendre des places|danser dans la cuisine|éviter les spoilers|jouer au rugby|pleurer au cinéma",
        ),
      },
    },
  ],
};

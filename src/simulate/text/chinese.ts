import { words } from "./grammar.ts";
import type { Language } from "./language.ts";

export const CHINESE: Language = {
  code: "zh",
  share: 0.02,
  zones: [8, 8, 8, -8],
  gap: "",
  places: words("台北|高雄|台中|香港|新加坡|成都|杭州|厦门|昆明|苏州|花莲|青岛"),
  firstNames: words("小雨|阿明|佳怡|志强|美玲|建国|雅婷|子涵|文杰|晓东|思远|丽华|大伟|静怡"),
  lastNames: words("陈|林|黄|张|李|王|吴|刘|蔡|杨|许|郑|谢|郭"),
  words: {
    quality: words("精彩|奇怪|慢|可爱|一般|离谱|温柔|难吃|实在|混乱|安静|漂亮|辛苦|过瘾|普通|意外|稳|清新"),
    when: words("今天早上|昨晚|这一周|从周二开始|下班以后|吃完饭|今年|周末|第一次|睡觉前|三月以来|周五|下雨天"),
    who: words("我弟弟|邻居|同事|我妈|老板|<town>的朋友|孩子们|室友|表妹|老同学|<name>|<name>"),
    place: words("<town>|<town>|<town>|车站|夜市|公园|海边|图书馆"),
    view: words(
      "很值得|不是我想要的|比传说中好|有点乱|刚刚好|比想象中难|太晚了|算是小奇迹|全靠运气|跟去年完全不一样|是今天最好的事",
    ),
    lead: words("说真的，|其实，|话说，|提醒一下：|问一下：|老实讲，|没想到，|小小的感想："),
    mood: words("😂|❤️|🔥|😅|👏|🤔|😭|✨|🎉|☕"),
  },
  statements: words(
    "<lead><when><place>的<thing>真<quality>|<who><when>开始<doing>，<view>|花了#分钟<doing>，<view>|在<place><doing>，<view>|为什么<thing><when>这么<quality>？|有没有人也觉得<thing>最近很<quality>？|<who>说<thing><quality>，我觉得<view>|<doing>#年了，<thing>还是那么<quality>|<lead><when>有#个人在<place><doing>|没有什么比<when><doing>更<quality>了|<when>跟<who>一起<doing>，<view>|<entity>让<thing>变得很<quality>|<lead><entity>的<thing><view>",
  ),
  additions: words(
    "至于<thing>，<view>。|不会再来了。|<who>也同意。|下次再说。|照片晚点放。|继续<doing>。|只剩#个了。|都怪<who>。|下一站<place>。|有推荐吗？",
  ),
  replies: words(
    "我这边的<thing>也很<quality>|哈哈<who><when>也这么说|不同意，<view>|在<place>哪里？|要不要试试<doing>？|<thing><when>真的<quality>|给<who>看看|对，<doing><view>|#个人？在<place>？|我<when>也在<doing>，<view>",
  ),
  comments: words(
    "<view>|<lead>这就是<thing>|喜欢<doing>的可以看看|<who><when>发给我的|挺<quality>，可惜没有<thing>|<when>在<place>看到的",
  ),
  stock: words("早安|生日快乐！|晚安|谢谢！|周末愉快|哈哈哈|说得好|恭喜🎉"),
  bios: words("住在<town>|<doing>，咖啡|个人观点|为了<thing>来的|<town>学生|<quality>的普通人"),
  topics: [
    {
      name: "生活",
      hashtags: words("美食|旅行|天气|房租|咖啡|通勤"),
      words: {
        thing: words("牛肉面|房租|捷运|咖啡|天气|夜市|早餐|火锅|空气|阳台|奶茶|日落"),
        doing: words("排队|煮面|找房子|通勤|散步|种花|看书|拍照"),
      },
    },
    {
      name: "娱乐",
      hashtags: words("追剧|游戏|音乐|电影|球赛|动漫"),
      words: {
        thing: words("结局|新角色|配乐|更新|服务器|演唱会|预告片|剧情|球队|主题曲|特效|画风"),
        doing: words("追剧|打游戏|听演唱会|刷副本|看球|等更新|重看第一季|练吉他"),
      },
    },
  ],
};

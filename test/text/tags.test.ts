import { describe, expect, it } from "vitest";
import { hashtagsOf, mentionsOf } from "../../src/text/tags.ts";

describe("hashtags", () => {
  it.each([
    ["in text order, repeated ones too", "#b then #A, #b!", ["b", "a", "b"]],
    ["in any script", "#Выборы #選挙 #चुनाव #انتخابات", ["выборы", "選挙", "चुनाव", "انتخابات"]],
    ["with digits and underscores", "#covid_19 #2020election", ["covid_19", "2020election"]],
    ["not pure digits, in any script", "we are #1 and #١٢", []],
    ["not a bare underscore", "#_ #__", []],
    ["full-width marks", "＃Vote now", ["vote"]],
    ["joined by an invisible mark, as Persian writes", "#نه\u200cبه\u200cجنگ", ["نه\u200cبه\u200cجنگ"]],
    ["after brackets and quotes", '(#one) "#two" …#three', ["one", "two", "three"]],
    ["run together", "#one#two", ["one"]],
    ["not the fragment of a link", "https://example.org/page#part https://example.org/#top", []],
    ["not an entity", "it&#39;s &#x27;so", []],
    ["ended by punctuation", "#end. #now's", ["end", "now"]],
    ["none", "no # tags here", []],
  ])("%s", (_, text, wanted) => {
    expect(hashtagsOf(text)).toEqual(wanted);
  });
});

describe("mentions", () => {
  it.each([
    ["in text order, repeated ones too", "@b and @A, @b", ["b", "a", "b"]],
    ["after a full stop, as people do to answer in public", ".@potus is wrong", ["potus"]],
    ["after a dash, as people do to quote", "“Words” -@poet —@other", ["poet", "other"]],
    ["full-width marks", "＠carol hi", ["carol"]],
    ["with dots inside, but not the last one", "thanks @user.example.org.", ["user.example.org"]],
    ["not e-mail addresses", "write to anna.b@example.org or a_1@x.org", []],
    ["not the path of a link", "https://medium.com/@writer/post", []],
    ["after brackets and quotes", '(@a) "@b"', ["a", "b"]],
    ["among letters that need no space", "感谢@bob你好 @bobさん", ["bob", "bob"]],
    ["in other scripts", "@анна и @小明", ["анна", "小明"]],
    ["names of the fediverse count once", "@anna@social.example", ["anna"]],
    ["none", "five @ home", []],
  ])("%s", (_, text, wanted) => {
    expect(mentionsOf(text)).toEqual(wanted);
  });
});

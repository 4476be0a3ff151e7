using System.Text.Json;
using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Import.Json;

namespace Interlock.ExecSpec.Import.LeRobot.Json;

/// <summary>Fields of an object by name. What is absent is null; what has another kind than it should is an error.</summary>
internal static class Fields
{
    private const int MostMembers = 1024;

    public static string? Text(JsonView parent, string name) => parent.Member(name) is { } value ? AsText(value) : null;

    public static string RequiredText(JsonView parent, string name) => AsText(Required(parent, name));

    public static JsonView Required(JsonView parent, string name) => parent.Member(name) ?? throw Wrong(parent, $"'{name}' is missing");

    public static int? Count(JsonView parent, string name) => parent.Member(name) is { } value ? AsCount(value) : null;

    public static double? Number(JsonView parent, string name) =>
        parent.Member(name) is { } value ? value.Number() ?? throw Wrong(value, "this must be a number") : null;

    public static bool? Truth(JsonView parent, string name) =>
        parent.Member(name) is { } value ? value.Truth() ?? throw Wrong(value, "this must be true or false") : null;

    public static IReadOnlyList<string>? Texts(JsonView parent, string name) => parent.Member(name) is { } value ? AsTexts(value) : null;

    /// <summary>Members of an object; empty when <paramref name="parent"/> is null.</summary>
    public static IReadOnlyList<JsonMember> Members(JsonView? parent) => parent switch
    {
        null => [],
        { IsObject: true } value => value.Members(MostMembers),
        { } value => throw Wrong(value, "this must be an object"),
    };

    public static IReadOnlyList<JsonView> Items(JsonView array) => array.Kind == JsonTokenType.StartArray
        ? JsonItems.Of(array, MostMembers)
        : throw Wrong(array, "this must be an array");

    public static string AsText(JsonView value) => value.Text() ?? throw Wrong(value, "this must be a text");

    public static int AsCount(JsonView value) => value.Count() ?? throw Wrong(value, "this must be a whole number from 0");

    public static IReadOnlyList<string> AsTexts(JsonView value) => [.. Items(value).Select(AsText)];

    public static DiagnosticException Wrong(JsonView value, string what) => new(ImportCode.WrongKind, what, value.Place);
}

using System.Collections;
using Interlock.Runtime.Configuration.Keys;
using Interlock.Runtime.Configuration.Reading;

namespace Interlock.Runtime.Configuration.Effective;

/// <summary>Writes a configuration as a run file that states every value.</summary>
internal sealed class EffectiveYaml
{
    /// <summary>Where the first line points editors to: the schema beside the file, as <c>interlock config schema</c> prints it.</summary>
    public const string SchemaReference = "./run-v1.json";

    private const int IndentPerLevel = 2;

    private readonly EffectiveConfig _config;

    private EffectiveYaml(EffectiveConfig config) => _config = config;

    public static string Write(EffectiveConfig config)
    {
        string[] head = [$"# yaml-language-server: $schema={SchemaReference}", $"{RunFileParser.TagKey}: {RunFile.FormatTag}"];
        return string.Concat(head.Concat(new EffectiveYaml(config).Lines(config.Settings, "")).Select(line => line + "\n"));
    }

    private IEnumerable<string> Lines(object group, string path) =>
        KeyGroup.Of(group.GetType()).Keys.SelectMany(key => LinesOf(key, key.ValueOf(group), path.Length == 0 ? key.Name : $"{path}.{key.Name}"));

    private IEnumerable<string> LinesOf(ConfigKey key, object? value, string path) => key.Kind switch
    {
        KeyKind.Group => value is null ? [] : Below(key.Name, Lines(value, path).Select(Indented)),
        KeyKind.Groups => Below(key.Name, ((IEnumerable)value!).Cast<object>().SelectMany((item, i) => Item(item, $"{path}[{i}]"))),
        _ when value is null => RemarkOf(key, path),
        KeyKind.Texts or KeyKind.Numbers or KeyKind.WholeNumbers or KeyKind.Map when !((IEnumerable)value).Cast<object>().Any() => [],
        _ => [$"{key.Name}: {ScalarText.Of(value is Enum word ? WordList.Of(word) : value)}"],
    };

    private IEnumerable<string> RemarkOf(ConfigKey key, string path) =>
        _config.Find(path) is { Value: not null } entry ? [$"# {key.Name}: {entry.Text} ({entry.Origin})"] : [];

    /// <summary>A group of which nothing but remarks is left is no group to a reader.</summary>
    private static IEnumerable<string> Below(string name, IEnumerable<string> lines)
    {
        string[] all = [.. lines];
        return all.Any(line => !line.TrimStart().StartsWith('#')) ? [$"{name}:", .. all] : all;
    }

    private IEnumerable<string> Item(object item, string path)
    {
        string[] lines = [.. Lines(item, path).OrderBy(line => line.StartsWith('#')).Select(Indented)];
        return lines.Select((line, i) => i == 0 ? Indented($"- {line.TrimStart()}") : Indented(line));
    }

    private static string Indented(string line) => new string(' ', IndentPerLevel) + line;
}

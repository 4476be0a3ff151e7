namespace Interlock.Runtime.Configuration.Yaml;

/// <summary>A YAML value and where it was written.</summary>
internal abstract record YamlValue(ValueOrigin Origin)
{
    /// <summary>How a message names this kind of value.</summary>
    public abstract string Kind { get; }
}

/// <summary>Text, number, flag or nothing; <paramref name="IsPlain"/> when written without quotes.</summary>
internal sealed record YamlScalar(ValueOrigin Origin, string Text, bool IsPlain) : YamlValue(Origin)
{
    private static readonly string[] WordsForNothing = ["", "~", "null", "Null", "NULL"];

    public override string Kind => IsAbsent ? "nothing" : "a single value";

    /// <summary>True for <c>key:</c> without a value and for the words that mean none.</summary>
    public bool IsAbsent => IsPlain && WordsForNothing.Contains(Text);
}

/// <summary>A list.</summary>
internal sealed record YamlList(ValueOrigin Origin, IReadOnlyList<YamlValue> Items) : YamlValue(Origin)
{
    public override string Kind => "a list";
}

/// <summary>A mapping in file order; repeated keys are kept so that they can be reported.</summary>
internal sealed record YamlMap(ValueOrigin Origin, IReadOnlyList<YamlEntry> Entries) : YamlValue(Origin)
{
    public override string Kind => "a group of keys";
}

/// <summary>One key with its value.</summary>
internal sealed record YamlEntry(string Key, ValueOrigin Origin, YamlValue Value);

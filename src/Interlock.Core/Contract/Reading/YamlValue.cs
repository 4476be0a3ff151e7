namespace Interlock.Core.Contract.Reading;

/// <summary>A YAML value with the 1-based line on which it starts.</summary>
internal abstract record YamlValue(int Line)
{
    /// <summary>How a message names this kind of value.</summary>
    public abstract string Kind { get; }
}

/// <summary>Text, number, flag or nothing; <paramref name="IsPlain"/> when written without quotes.</summary>
internal sealed record YamlScalar(int Line, string Text, bool IsPlain) : YamlValue(Line)
{
    private static readonly string[] WordsForNothing = ["", "~", "null", "Null", "NULL"];

    public override string Kind => IsAbsent ? "nothing" : "a single value";

    /// <summary>True for <c>key:</c> without a value and for the words that mean none.</summary>
    public bool IsAbsent => IsPlain && WordsForNothing.Contains(Text);
}

/// <summary>A list.</summary>
internal sealed record YamlList(int Line, IReadOnlyList<YamlValue> Items) : YamlValue(Line)
{
    public override string Kind => "a list";
}

/// <summary>A mapping in file order; repeated keys are kept so that they can be reported.</summary>
internal sealed record YamlMap(int Line, IReadOnlyList<YamlEntry> Entries) : YamlValue(Line)
{
    public override string Kind => "a group of keys";
}

/// <summary>One key with its value.</summary>
internal sealed record YamlEntry(string Key, int Line, YamlValue Value);

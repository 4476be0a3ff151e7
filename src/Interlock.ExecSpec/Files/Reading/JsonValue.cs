namespace Interlock.ExecSpec.Files.Reading;

/// <summary>A JSON value with the 1-based line on which it starts.</summary>
internal abstract record JsonValue(int Line)
{
    /// <summary>How a message names this kind of value.</summary>
    public abstract string Kind { get; }
}

/// <summary>A string.</summary>
internal sealed record JsonText(int Line, string Value) : JsonValue(Line)
{
    public override string Kind => "text";
}

/// <summary>A number; infinite when its digits are too large for a double.</summary>
internal sealed record JsonDecimal(int Line, double Value) : JsonValue(Line)
{
    public override string Kind => "a number";
}

/// <summary><c>true</c>, <c>false</c>, or <c>null</c> as null.</summary>
internal sealed record JsonWord(int Line, bool? Value) : JsonValue(Line)
{
    public override string Kind => Value switch
    {
        true => "true",
        false => "false",
        _ => "null",
    };
}

/// <summary>An array.</summary>
internal sealed record JsonList(int Line, IReadOnlyList<JsonValue> Items) : JsonValue(Line)
{
    public override string Kind => "a list";
}

/// <summary>An object in file order; repeated keys are kept so that they can be reported.</summary>
internal sealed record JsonMap(int Line, IReadOnlyList<JsonEntry> Entries) : JsonValue(Line)
{
    public override string Kind => "a group of keys";
}

/// <summary>One key with its value.</summary>
internal sealed record JsonEntry(string Key, int Line, JsonValue Value);

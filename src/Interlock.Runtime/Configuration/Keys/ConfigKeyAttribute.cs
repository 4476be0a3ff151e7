namespace Interlock.Runtime.Configuration.Keys;

/// <summary>
/// What a key of <c>*.run.yaml</c> means. Reader, schema, <c>config explain</c> and the effective configuration all go by it, so that they
/// cannot disagree; the property's name in snake_case is the key, its type the kind of value, its initial value the default.
/// </summary>
/// <param name="doc">What the key means, in one sentence.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ConfigKeyAttribute(string doc) : Attribute
{
    /// <summary>What the key means, in one sentence.</summary>
    public string Doc { get; } = doc;

    /// <summary>Unit of the value; null where it has none.</summary>
    public string? Unit { get; init; }

    /// <summary>Smallest value, or fewest characters of a text; NaN for no limit.</summary>
    public double Min { get; init; } = double.NaN;

    /// <summary>Largest value, or most characters of a text; NaN for no limit.</summary>
    public double Max { get; init; } = double.NaN;

    /// <summary>True when a file without the key is an error.</summary>
    public bool IsRequired { get; init; }

    /// <summary>True for a file or folder, relative to the run file.</summary>
    public bool IsPath { get; init; }

    /// <summary>The default in words, where it is not a constant.</summary>
    public string? DefaultText { get; init; }
}

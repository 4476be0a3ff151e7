namespace Interlock.Runtime.Configuration.Effective;

/// <summary>One key with its value and everything known about it.</summary>
public sealed record EffectiveEntry
{
    /// <summary>Path of the key, for instance <c>cameras[0].max_age_ms</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Text, word, double, int, ulong, bool, list of texts or map of texts; null for absent.</summary>
    public required object? Value { get; init; }

    /// <summary>The value as a file states it; <c>–</c> for absent.</summary>
    public required string Text { get; init; }

    /// <summary>Where the value comes from: <c>default</c>, file and line, the flag, <c>contract</c>, or the key it follows.</summary>
    public required string Origin { get; init; }

    /// <summary>True when the file or a flag states the value.</summary>
    public required bool IsStated { get; init; }

    /// <summary>Value of a file without the key, in words; null for a required key.</summary>
    public required string? Default { get; init; }

    /// <summary>Values that the key takes, in words; null for any.</summary>
    public required string? Range { get; init; }

    /// <summary>Unit of the value; null where it has none.</summary>
    public required string? Unit { get; init; }

    /// <summary>What the key means.</summary>
    public required string Doc { get; init; }
}

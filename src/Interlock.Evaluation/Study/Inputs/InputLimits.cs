namespace Interlock.Evaluation.Study.Inputs;

/// <summary>What one study input may cost in memory.</summary>
internal static class InputLimits
{
    /// <summary>Largest JSON document in bytes; it is parsed in memory.</summary>
    public const long DocumentBytes = 128L << 20;

    /// <summary>Longest line of a step log in bytes.</summary>
    public const int LineBytes = 4 << 20;

    /// <summary>Most monitor values kept from one step log (8 bytes each).</summary>
    public const long StepValues = 32L << 20;

    /// <summary>Most monitors in one input.</summary>
    public const int Monitors = 256;

    /// <summary>Findings after which reading stops, so that a broken file gives a page and not a flood.</summary>
    public const int Findings = 20;
}

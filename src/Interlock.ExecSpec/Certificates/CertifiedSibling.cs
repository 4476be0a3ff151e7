namespace Interlock.ExecSpec.Certificates;

/// <summary>
/// Another entry of the same source, and what would happen if it were loaded by mistake: so that a refusal can name it. A number that is
/// not finite or not known is null.
/// </summary>
public sealed record CertifiedSibling
{
    /// <summary>Name of the entry.</summary>
    public required string Key { get; init; }

    /// <summary>Fingerprint of its statistics, 64 lower-case hexadecimal digits.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Mean over channels of the mean absolute drift, in certified half-ranges.</summary>
    public double? DriftMeanAbs { get; init; }

    /// <summary>Mean over channels of the worst-case drift, in certified half-ranges.</summary>
    public double? DriftWorst { get; init; }

    /// <summary>The channel that drifts most.</summary>
    public string? MaxChannel { get; init; }

    /// <summary>Speed that an idle command would become, in millimetres per second.</summary>
    public double? NullMmPerS { get; init; }

    /// <summary>Turning rate that an idle command would become, in radians per second.</summary>
    public double? NullRadPerS { get; init; }
}

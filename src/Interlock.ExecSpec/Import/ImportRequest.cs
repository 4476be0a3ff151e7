using Interlock.Core.Contract;
using Interlock.Core.Units;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import;

/// <summary>What a user states beside the files, because the files do not. Everything is optional; what is null is not guessed.</summary>
public sealed record ImportRequest
{
    /// <summary>Nothing stated.</summary>
    public static ImportRequest Empty { get; } = new();

    /// <summary>The entry to select; null is enough only where the source has a single one.</summary>
    public string? Key { get; init; }

    /// <summary>True when every entry is wanted and none is to be selected: findings about all of them are then reported in full.</summary>
    public bool EveryEntry { get; init; }

    /// <summary>The ecosystem (one of <see cref="SpecImport.Ecosystems"/>) when the files must not be left to say it.</summary>
    public string? Ecosystem { get; init; }

    /// <summary>The scheme to use instead of the one the source implies; recorded as a finding.</summary>
    public NormalisationScheme? Scheme { get; init; }

    /// <summary>Platform of an OpenVLA-style checkpoint.</summary>
    public ImportPlatform? Platform { get; init; }

    /// <summary>Model family of an openpi checkpoint (<c>pi0</c>, <c>pi0_fast</c>, <c>pi05</c>), from which its library derives the scheme.</summary>
    public string? Family { get; init; }

    /// <summary>openpi's <c>use_quantile_norm</c>, where it is known directly.</summary>
    public bool? UseQuantileNorm { get; init; }

    /// <summary>What the decoded numbers are measured from, where the source does not say.</summary>
    public ActionReference? Reference { get; init; }

    /// <summary>What a translation command of 1.0 moves in one step, in metres (robosuite OSC_POSE: 0.05).</summary>
    public double? TranslationMPerCommand { get; init; }

    /// <summary>What a rotation command of 1.0 turns in one step, in radians (robosuite OSC_POSE: 0.5).</summary>
    public double? RotationRadPerCommand { get; init; }

    /// <summary>Rate at which commands are executed, in hertz.</summary>
    public double? RateHz { get; init; }

    /// <summary>Unit of decoded joint numbers (<c>deg</c>, <c>percent</c>, <c>rad</c>), which LeRobot keeps in the robot's configuration and not in a checkpoint.</summary>
    public ChannelUnit? JointUnit { get; init; }

    /// <summary>Names of the action channels in order.</summary>
    public IReadOnlyList<string>? ChannelNames { get; init; }
}

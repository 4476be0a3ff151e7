namespace Interlock.Core.Contract;

/// <summary>Policy family, which decides the monitors that deserve trust (SafeContract paper, table 1).</summary>
public enum PolicyProfile
{
    /// <summary>Not stated: every monitor is kept.</summary>
    Unknown,

    /// <summary>Autoregressive or vector-quantised action tokens (OpenVLA, VQ-BeT).</summary>
    DiscreteToken,

    /// <summary>Flow matching (pi0, SmolVLA).</summary>
    FlowMatching,

    /// <summary>Denoising diffusion.</summary>
    Diffusion,

    /// <summary>Regressed chunks (ACT).</summary>
    ActionChunk,
}

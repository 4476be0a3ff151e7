namespace Interlock.Runtime.Inference;

/// <summary>What the control thread hands to the policy's; filled in place, so that asking allocates nothing.</summary>
internal sealed class PolicyQuestion(int channels)
{
    /// <summary>Policy step of the observation.</summary>
    public long Step { get; set; }

    /// <summary>When it was asked: monotonic, ns.</summary>
    public long AskedAtNs { get; set; }

    /// <summary>When the state was measured: monotonic, ns.</summary>
    public long StateTimestampNs { get; set; }

    /// <summary>Policy steps that will probably have been executed when the answer comes.</summary>
    public int ExpectedDelaySteps { get; set; }

    /// <summary>True when no action is left.</summary>
    public bool MustAnswer { get; set; }

    /// <summary>True when the conservative policy is to answer.</summary>
    public bool AsksFallback { get; set; }

    /// <summary>Measured state, contract order.</summary>
    public double[] State { get; } = new double[channels];

    /// <summary>Last executed command, contract order; meaningless unless <see cref="HasCommand"/>.</summary>
    public double[] LastCommand { get; } = new double[channels];

    /// <summary>False before the first command.</summary>
    public bool HasCommand { get; set; }
}

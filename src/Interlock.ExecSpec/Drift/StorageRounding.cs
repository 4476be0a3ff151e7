namespace Interlock.ExecSpec.Drift;

/// <summary>What a worst-case difference between two decodings of a channel can be put down to.</summary>
public enum StorageRounding
{
    /// <summary>The same statistics: arithmetic or float32 storage.</summary>
    Equal,

    /// <summary>As much as float16 storage makes.</summary>
    Storage,

    /// <summary>As much as bfloat16 storage makes: the statistics went through the dtype of a model.</summary>
    Bfloat16,

    /// <summary>More than any rounding: other statistics.</summary>
    Different,
}

namespace Interlock.Policies.Onnx;

/// <summary>When a stage is computed and when its last outputs serve again; the first answer of an episode always computes it.</summary>
public enum OnnxRecompute
{
    /// <summary>For every answer.</summary>
    Always = 0,

    /// <summary>When an input differs from the last time: another image number, another value, or a stage before it that was computed.</summary>
    WhenInputsChange = 1,

    /// <summary>Once in <see cref="OnnxStage.Every"/> answers, whatever its inputs do.</summary>
    EveryCalls = 2,
}

using Interlock.Policies.Onnx;
using Interlock.Runtime.Configuration;
using Interlock.Runtime.Configuration.Settings;

namespace Interlock.Runtime.Session.Making;

/// <summary>From the settings to the options of an ONNX policy.</summary>
internal static class OnnxMaking
{
    public static OnnxPolicyOptions Options(RunFile file, PolicySettings settings) => new()
    {
        Stages = settings.Stages.Count > 0
            ? [.. settings.Stages.Select(stage => Stage(file, stage))]
            : [new OnnxStage { Path = file.Resolve(settings.Path ?? "") }],
        Outputs = new OnnxOutputs { Actions = settings.Outputs.Actions, SamplesAxis = settings.Outputs.SamplesAxis, Logits = settings.Outputs.Logits },
        Samples = settings.Samples,
        Threads = settings.Threads,
        AllowSpinning = settings.Spinning,
        WarmUpRuns = settings.WarmUp,
    };

    private static OnnxStage Stage(RunFile file, StageSettings stage) => new()
    {
        Path = file.Resolve(stage.Path),
        Inputs = [.. stage.Inputs.Select(Input)],
        Recompute = Enum.Parse<OnnxRecompute>(stage.Recompute.ToString()),
        Every = stage.Every,
    };

    private static OnnxInput Input(GraphInputSettings input) => new()
    {
        Name = input.Name,
        Source = Enum.Parse<OnnxInputSource>(input.Source.ToString()),
        Shape = input.Shape.Count > 0 ? input.Shape : null,
        Camera = input.Camera,
        Layout = input.Layout is { } layout ? Enum.Parse<OnnxImageLayout>(layout.ToString()) : null,
        Mean = input.Mean.Count > 0 ? input.Mean : null,
        Std = input.Std.Count > 0 ? input.Std : null,
        Values = input.Values,
    };
}

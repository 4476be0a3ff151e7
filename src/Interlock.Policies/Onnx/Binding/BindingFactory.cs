using Interlock.Policies.Onnx.Native;

namespace Interlock.Policies.Onnx.Binding;

/// <summary>The binding for a declared input whose rules hold.</summary>
internal static class BindingFactory
{
    public static InputBinding Create(OnnxInput declared, OrtTensor tensor)
    {
        (string name, TensorBuffer buffer) = (declared.Name, tensor.Buffer);
        return declared.Source switch
        {
            OnnxInputSource.State => new StateInput(name, buffer),
            OnnxInputSource.Image => new ImageInput(declared, buffer, ImageShape.Of(tensor.Shape, declared.Layout)!),
            OnnxInputSource.Prefix => new PrefixInput(name, buffer, (int)tensor.Shape[^1]),
            OnnxInputSource.PrefixLength => new PrefixLengthInput(name, buffer),
            OnnxInputSource.DelaySteps => new DelayInput(name, buffer),
            OnnxInputSource.PreviousAction => new PreviousActionInput(name, buffer),
            OnnxInputSource.TaskIds => new TaskIdsInput(name, buffer),
            OnnxInputSource.TaskMask => new TaskMaskInput(name, buffer),
            OnnxInputSource.Noise => new NoiseInput(name, buffer),
            OnnxInputSource.Seed => new SeedInput(name, buffer),
            OnnxInputSource.Dropout => new DropoutInput(name, buffer, declared.Values),
            _ => new ConstantInput(name, buffer, declared.Values),
        };
    }
}

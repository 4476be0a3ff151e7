using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.Policies.Wire.Lerobot;
using Interlock.Policies.Wire.Numpy;

namespace Interlock.Policies.Networks;

/// <summary>The tensors of a weights file as layers; every tensor that does not fit is named.</summary>
internal sealed class NetworkTensors
{
    private readonly string _file;
    private readonly IReadOnlyDictionary<string, NumpyArray> _tensors;
    private readonly HashSet<string> _used = [];
    private readonly DiagnosticCollector _findings = new();

    private NetworkTensors(string file, IReadOnlyDictionary<string, NumpyArray> tensors) => (_file, _tensors) = (file, tensors);

    public static DenseLayer[] Layers(NetworkDescription description, ReadOnlyMemory<byte> safetensors, string file)
    {
        NetworkTensors tensors = new(file, Read(safetensors, file));
        DenseLayer[] layers = tensors.Chain(description);
        tensors.RefuseLeftOver();
        tensors._findings.ThrowIfErrors();
        return layers;
    }

    private static IReadOnlyDictionary<string, NumpyArray> Read(ReadOnlyMemory<byte> safetensors, string file)
    {
        try
        {
            return SafetensorsBytes.Read(safetensors);
        }
        catch (DiagnosticException exception)
        {
            throw new DiagnosticException(exception.Diagnostics.Select(item => item with { Place = new SourcePlace(file, Key: item.Place?.Key) }));
        }
    }

    private DenseLayer[] Chain(NetworkDescription description)
    {
        List<DenseLayer> layers = [];
        int width = description.InputWidth;
        for (int i = 0; i < description.Layers.Count; i++)
        {
            bool isLast = i == description.Layers.Count - 1;
            DenseLayer? layer = Layer(description.Layers[i], width, isLast ? description.OutputWidth : null);
            if (layer is null)
            {
                break;
            }

            layers.Add(layer);
            width = layer.Outputs;
        }

        return [.. layers];
    }

    private DenseLayer? Layer(LayerDescription description, int inputs, int? outputs)
    {
        string name = $"{description.Tensor}.weight";
        if (Find(name) is not { } weight || Find($"{description.Tensor}.bias") is not { } bias)
        {
            return null;
        }

        int? wanted = outputs ?? (description.IsResidual ? inputs : null);
        bool fits = weight.Shape.Rank == 2 && weight.Shape[1] == inputs && weight.Shape[0] > 0 && (wanted is null || weight.Shape[0] == wanted);
        bool biasFits = weight.Shape.Rank == 2 && bias.Shape.Rank == 1 && bias.Shape[0] == weight.Shape[0];
        if (!fits)
        {
            Shape(name, weight, $"[{wanted?.ToString() ?? "any"}, {inputs}]");
        }
        else if (!biasFits)
        {
            Shape($"{description.Tensor}.bias", bias, $"[{weight.Shape[0]}]");
        }
        else if (description.IsResidual && weight.Shape[0] != inputs)
        {
            Shape(name, weight, $"[{inputs}, {inputs}] in a residual layer");
        }
        else
        {
            return new DenseLayer(description, Values(name, weight), Values($"{description.Tensor}.bias", bias), inputs);
        }

        return null;
    }

    private NumpyArray? Find(string name)
    {
        if (!_tensors.TryGetValue(name, out NumpyArray tensor))
        {
            string? nearest = NearestName.Of(name, _tensors.Keys);
            Error(NetworkCodes.TensorMissing, name, "the tensor is missing", nearest is null ? null : $"did you mean '{nearest}'?");
            return null;
        }

        _used.Add(name);
        if (tensor.Dtype.Kind != NumpyKind.Real)
        {
            Error(NetworkCodes.TensorShape, name, $"the tensor has dtype {tensor.Dtype}, floats are needed", "quantised weights are not read here");
            return null;
        }

        return tensor;
    }

    private float[] Values(string name, NumpyArray tensor)
    {
        double[] values = new double[tensor.ElementCount];
        tensor.CopyTo(values);
        float[] singles = [.. values.Select(value => (float)value)];
        int at = Array.FindIndex(singles, value => !float.IsFinite(value));
        if (at >= 0)
        {
            Error(NetworkCodes.WeightNotFinite, name, $"element {at} is {values[at]} and not finite in float32", "the training diverged, or the file is damaged");
        }

        return singles;
    }

    private void RefuseLeftOver()
    {
        if (!_findings.HasErrors && _tensors.Keys.FirstOrDefault(name => !_used.Contains(name)) is { } unused)
        {
            Error(NetworkCodes.TensorLeftOver, Quoted.Of(unused), "no layer uses the tensor", "a layer is missing in the description, or the file belongs to another network");
        }
    }

    private void Shape(string name, NumpyArray tensor, string needed) =>
        Error(NetworkCodes.TensorShape, name, $"the tensor has shape {tensor.Shape}, {needed} is needed");

    private void Error(string code, string name, string message, string? hint = null) =>
        _findings.Error(code, message, new SourcePlace(_file, Key: name), hint);
}

using System.Buffers.Binary;
using Interlock.Policies.Onnx.Native;

namespace Interlock.Policies.Onnx.Authoring;

/// <summary>
/// Writes an ONNX model: inputs, outputs, constants and nodes in order. Methods that add a node return the name of its output. The same
/// calls give the same bytes.
/// </summary>
internal sealed class OnnxGraphWriter(string name, int opset = OnnxGraphWriter.Opset)
{
    /// <summary>Operators of 2022: every runtime from 1.12 on has them.</summary>
    public const int Opset = 17;

    private const int IrVersion = 8;
    private const string Producer = "interlock";
    private readonly ProtoBytes _graph = new ProtoBytes().Text(OnnxFields.GraphName, name);
    private int _values;

    /// <summary>Declares an input; a dimension below 0 is left open.</summary>
    public string Input(string input, ElementType type, params IReadOnlyList<long> shape)
    {
        _graph.Message(OnnxFields.GraphInput, Value(input, type, shape));
        return input;
    }

    /// <summary>Declares a value that a node gave as an output.</summary>
    public void Output(string output, ElementType type, params IReadOnlyList<long> shape) =>
        _graph.Message(OnnxFields.GraphOutput, Value(output, type, shape));

    /// <summary>Adds a float32 constant.</summary>
    public string Constant(IReadOnlyList<float> values, params IReadOnlyList<long> shape)
    {
        byte[] raw = new byte[values.Count * sizeof(float)];
        for (int i = 0; i < values.Count; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(raw.AsSpan(i * sizeof(float)), values[i]);
        }

        return Initialiser(ElementType.Float32, raw, shape);
    }

    /// <summary>Adds a vector of whole numbers, such as a shape, or indices.</summary>
    public string Integers(params IReadOnlyList<long> values)
    {
        byte[] raw = new byte[values.Count * sizeof(long)];
        for (int i = 0; i < values.Count; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(raw.AsSpan(i * sizeof(long)), values[i]);
        }

        return Initialiser(ElementType.Int64, raw, [values.Count]);
    }

    public string MatMul(string a, string b, string? output = null) => Node("MatMul", [a, b], output);

    public string Add(string a, string b, string? output = null) => Node("Add", [a, b], output);

    public string Sub(string a, string b, string? output = null) => Node("Sub", [a, b], output);

    public string Mul(string a, string b, string? output = null) => Node("Mul", [a, b], output);

    public string Tanh(string x, string? output = null) => Node("Tanh", [x], output);

    public string Relu(string x, string? output = null) => Node("Relu", [x], output);

    /// <summary>a·b + c, or a·bᵀ + c.</summary>
    public string Gemm(string a, string b, string c, bool transposeB = false, string? output = null) =>
        Node("Gemm", [a, b, c], output, OnnxAttribute.Of("transB", transposeB ? 1L : 0L));

    public string Concat(IReadOnlyList<string> parts, int axis, string? output = null) =>
        Node("Concat", parts, output, OnnxAttribute.Of("axis", (long)axis));

    /// <summary>A dimension of −1 takes what is left.</summary>
    public string Reshape(string x, IReadOnlyList<long> shape, string? output = null) => Node("Reshape", [x, Integers(shape)], output);

    public string Gather(string x, string indices, int axis = 0, string? output = null) =>
        Node("Gather", [x, indices], output, OnnxAttribute.Of("axis", (long)axis));

    /// <summary>Adds any node with one output.</summary>
    public string Node(string op, IReadOnlyList<string> inputs, string? output = null, params IReadOnlyList<OnnxAttribute> attributes)
    {
        string result = output ?? NextName();
        ProtoBytes node = new();
        foreach (string input in inputs)
        {
            node.Text(OnnxFields.NodeInput, input);
        }

        node.Text(OnnxFields.NodeOutput, result).Text(OnnxFields.NodeOperator, op);
        foreach (OnnxAttribute attribute in attributes)
        {
            node.Message(OnnxFields.NodeAttribute, attribute.Message);
        }

        _graph.Message(OnnxFields.GraphNode, node);
        return result;
    }

    /// <summary>The bytes of an <c>.onnx</c> file.</summary>
    public byte[] ToBytes() => new ProtoBytes()
        .Number(OnnxFields.ModelIrVersion, IrVersion)
        .Text(OnnxFields.ModelProducer, Producer)
        .Message(OnnxFields.ModelGraph, _graph)
        .Message(OnnxFields.ModelOpset, new ProtoBytes().Number(OnnxFields.OpsetVersion, opset))
        .Written.ToArray();

    private static ProtoBytes Value(string name, ElementType type, IReadOnlyList<long> shape)
    {
        ProtoBytes dimensions = new();
        for (int i = 0; i < shape.Count; i++)
        {
            ProtoBytes dimension = shape[i] < 0
                ? new ProtoBytes().Text(OnnxFields.DimensionName, $"{name}_{i}")
                : new ProtoBytes().Number(OnnxFields.DimensionSize, shape[i]);
            dimensions.Message(OnnxFields.ShapeDimension, dimension);
        }

        ProtoBytes tensor = new ProtoBytes().Number(OnnxFields.TensorTypeElement, (long)type).Message(OnnxFields.TensorTypeShape, dimensions);
        return new ProtoBytes().Text(OnnxFields.ValueName, name).Message(OnnxFields.ValueType, new ProtoBytes().Message(OnnxFields.TypeTensor, tensor));
    }

    private string Initialiser(ElementType type, byte[] raw, IReadOnlyList<long> shape)
    {
        string constant = NextName();
        ProtoBytes tensor = new();
        foreach (long size in shape)
        {
            tensor.Number(OnnxFields.TensorDimension, size);
        }

        tensor.Number(OnnxFields.TensorType, (long)type).Text(OnnxFields.TensorName, constant).Bytes(OnnxFields.TensorRaw, raw);
        _graph.Message(OnnxFields.GraphInitialiser, tensor);
        return constant;
    }

    private string NextName() => $"v{_values++}";
}

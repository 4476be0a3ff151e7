namespace Interlock.Policies.Onnx.Authoring;

/// <summary>Field numbers of ONNX's messages. Source: onnx.proto, IR version 8.</summary>
internal static class OnnxFields
{
    public const int ModelIrVersion = 1;
    public const int ModelProducer = 2;
    public const int ModelGraph = 7;
    public const int ModelOpset = 8;
    public const int OpsetVersion = 2;

    public const int GraphNode = 1;
    public const int GraphName = 2;
    public const int GraphInitialiser = 5;
    public const int GraphInput = 11;
    public const int GraphOutput = 12;

    public const int NodeInput = 1;
    public const int NodeOutput = 2;
    public const int NodeOperator = 4;
    public const int NodeAttribute = 5;

    public const int AttributeName = 1;
    public const int AttributeFloat = 2;
    public const int AttributeInteger = 3;
    public const int AttributeIntegers = 8;
    public const int AttributeType = 20;

    public const int TensorDimension = 1;
    public const int TensorType = 2;
    public const int TensorName = 8;
    public const int TensorRaw = 9;

    public const int ValueName = 1;
    public const int ValueType = 2;
    public const int TypeTensor = 1;
    public const int TensorTypeElement = 1;
    public const int TensorTypeShape = 2;
    public const int ShapeDimension = 1;
    public const int DimensionSize = 1;
    public const int DimensionName = 2;
}

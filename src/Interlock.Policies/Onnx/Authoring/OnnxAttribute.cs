namespace Interlock.Policies.Onnx.Authoring;

/// <summary>One attribute of a node.</summary>
internal sealed class OnnxAttribute
{
    private const int FloatKind = 1;
    private const int IntegerKind = 2;
    private const int IntegersKind = 7;

    private OnnxAttribute(string name, int kind)
    {
        Message = new ProtoBytes().Text(OnnxFields.AttributeName, name).Number(OnnxFields.AttributeType, kind);
    }

    public ProtoBytes Message { get; }

    public static OnnxAttribute Of(string name, float value)
    {
        OnnxAttribute attribute = new(name, FloatKind);
        attribute.Message.Single(OnnxFields.AttributeFloat, value);
        return attribute;
    }

    public static OnnxAttribute Of(string name, long value)
    {
        OnnxAttribute attribute = new(name, IntegerKind);
        attribute.Message.Number(OnnxFields.AttributeInteger, value);
        return attribute;
    }

    public static OnnxAttribute Of(string name, IEnumerable<long> values)
    {
        OnnxAttribute attribute = new(name, IntegersKind);
        foreach (long value in values)
        {
            attribute.Message.Number(OnnxFields.AttributeIntegers, value);
        }

        return attribute;
    }
}

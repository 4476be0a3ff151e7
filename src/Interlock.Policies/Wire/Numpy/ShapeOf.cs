namespace Interlock.Policies.Wire.Numpy;

/// <summary>Shapes out of decoded lists.</summary>
internal static class ShapeOf
{
    public static NumpyShape List(WireValue.List list, string format, long offset)
    {
        if (list.Items.Count > NumpyShape.MostDimensions)
        {
            throw NumpyShape.Refused(format, offset);
        }

        Span<int> sizes = stackalloc int[list.Items.Count];
        for (int i = 0; i < sizes.Length; i++)
        {
            bool fits = list.Items[i] is WireValue.Integer { Value: var size } && size >= 0 && size <= int.MaxValue;
            sizes[i] = fits ? (int)((WireValue.Integer)list.Items[i]).Value : throw NumpyShape.Refused(format, offset);
        }

        return new NumpyShape(sizes);
    }
}

namespace Interlock.Policies.Remote.Mapping;

/// <summary>Order of the numbers of an image.</summary>
public enum ImageLayout
{
    /// <summary>Rows, columns, colours: [H, W, 3], as cameras deliver it.</summary>
    RowsColumnsColours = 0,

    /// <summary>Colours, rows, columns: [3, H, W].</summary>
    ColoursRowsColumns = 1,
}

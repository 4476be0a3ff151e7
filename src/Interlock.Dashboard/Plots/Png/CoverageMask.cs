namespace Interlock.Dashboard.Plots.Png;

/// <summary>How much of each pixel a shape covers, 0 to 255; one is reused for all shapes of a picture.</summary>
internal sealed class CoverageMask(int width, int height)
{
    private readonly byte[] _cover = new byte[checked(width * height)];
    private int _left = width, _top = height, _right, _bottom;

    public int Width { get; } = width;

    public int Height { get; } = height;

    /// <summary>Parts of a shape do not add up where they overlap: the larger cover counts.</summary>
    public void Cover(int x, int y, double share)
    {
        byte cover = (byte)((Math.Clamp(share, 0, 1) * 255) + 0.5);
        int at = (y * Width) + x;
        if (cover > _cover[at])
        {
            _cover[at] = cover;
            (_left, _right) = (Math.Min(_left, x), Math.Max(_right, x + 1));
            (_top, _bottom) = (Math.Min(_top, y), Math.Max(_bottom, y + 1));
        }
    }

    /// <summary>Lays the covered part over a picture and empties the mask.</summary>
    public void PourInto(Raster raster, PlotColor color, double opacity)
    {
        for (int y = _top; y < _bottom; y++)
        {
            for (int x = _left; x < _right; x++)
            {
                int at = (y * Width) + x;
                if (_cover[at] > 0)
                {
                    raster.Blend(x, y, color, _cover[at] / 255.0 * opacity);
                    _cover[at] = 0;
                }
            }
        }

        (_left, _top, _right, _bottom) = (Width, Height, 0, 0);
    }
}

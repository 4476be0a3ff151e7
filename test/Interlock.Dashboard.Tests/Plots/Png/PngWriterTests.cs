using System.Buffers.Binary;
using System.IO.Compression;
using Interlock.Dashboard.Plots;
using Interlock.Dashboard.Plots.Figures;
using Interlock.Dashboard.Plots.Png;

namespace Interlock.Dashboard.Tests.Plots.Png;

/// <summary>PNG pictures by their pixels.</summary>
public sealed class PngWriterTests
{
    [Fact]
    public void The_file_is_a_png_whose_pixels_are_those_drawn()
    {
        Figure figure = SampleFigures.Coverage();
        byte[] file = PngWriter.Write(figure, scale: 1);
        Raster raster = PngWriter.Draw(figure, 1, dark: false);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], file[..8]);
        Assert.Equal(raster.Width, BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(16)));
        Assert.Equal(raster.Pixels, Unpacked(file, raster.Width, raster.Height));
        Assert.Equal(file, PngWriter.Write(figure, scale: 1));
    }

    [Fact]
    public void The_check_value_of_the_checksum_is_right() => Assert.Equal(0xCBF43926u, PngChecksum.Of("123456789"u8));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_level_has_its_colour_on_its_row_and_the_paper_above(bool dark)
    {
        Figure figure = new()
        {
            Title = "level",
            X = Axis.Time(0, 10),
            Panels = [new Panel(new Axis("y") { From = 0, To = 10 }, [new LevelMark(5) { Ink = Ink.Channel(1), Stroke = Stroke.Bold }])],
        };
        Raster raster = PngWriter.Draw(figure, 1, dark);
        PlotColor line = PlotColor.OfHex(Palette.ChannelHex(1)), paper = PlotColor.OfHex(dark ? "#14181f" : "#ffffff");
        int column = (raster.Width / 2) + 7;
        int[] rows = [.. Enumerable.Range(0, raster.Height).Where(y => raster[column, y] == line)];
        Assert.InRange(rows.Length, 1, 3);
        Assert.Equal(paper, raster[column, rows[0] - 8]);
    }

    [Fact]
    public void A_scale_multiplies_the_pixels()
    {
        Raster one = PngWriter.Draw(SampleFigures.Roc(), 1, dark: false), two = PngWriter.Draw(SampleFigures.Roc(), 2, dark: false);
        Assert.Equal((one.Width * 2, one.Height * 2), (two.Width, two.Height));
        Assert.Throws<ArgumentOutOfRangeException>(() => PngWriter.Write(SampleFigures.Roc(), scale: double.NaN));
    }

    [Fact]
    public void A_state_is_drawn_in_its_colour_with_readable_letters_or_none()
    {
        Raster raster = PngWriter.Draw(SampleFigures.Channel(), 1, dark: false);
        PlotColor[] all = [.. Enumerable.Range(0, raster.Height).SelectMany(y => Enumerable.Range(0, raster.Width).Select(x => raster[x, y])).Distinct()];
        Assert.Contains(PlotColor.OfHex(Palette.StateFillHex(StateKind.Stopped)), all);
        Assert.Contains(PlotColor.OfHex(Palette.StateFillHex(StateKind.Human)), all);
    }

    private static byte[] Unpacked(byte[] file, int width, int height)
    {
        using MemoryStream packed = new();
        for (int at = 8; at < file.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            if (file[at + 4] == 'I' && file[at + 5] == 'D')
            {
                packed.Write(file, at + 8, length);
            }

            at += length + 12;
        }

        packed.Position = 0;
        using ZLibStream stream = new(packed, CompressionMode.Decompress);
        byte[] pixels = new byte[width * height * 3], row = new byte[(width * 3) + 1];
        for (int y = 0; y < height; y++)
        {
            stream.ReadExactly(row);
            for (int i = 0; i < width * 3; i++)
            {
                pixels[(y * width * 3) + i] = (byte)(row[i + 1] + (i < 3 ? 0 : pixels[(y * width * 3) + i - 3]));
            }
        }

        return pixels;
    }
}
